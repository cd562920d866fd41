import { firstDay, lastDay, month, ok } from '@huiji/kernel';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { chongqingPack } from './care/data/chongqing-pack';
import { longTermCareInvariants } from './long-term-care.invariants';
import { SubsidyRunService } from './care/subsidy-run.service';
import { plant, uuidOf } from './testing/people';

const JANUARY = month('2022-01');

/** What each tampering breaks; the owner's hand, for the application may not do any of it. */
const tamperings: readonly (readonly [invariant: string, sql: string])[] = [
  ['care-month-is-its-days', `UPDATE long_term_care.care_span SET person_day_fen = 9999`],
  ['care-month-is-its-lines', `UPDATE long_term_care.subsidy_line SET amount_fen = amount_fen + 1`],
  ['care-paid-only-with-confirmed-grade', `UPDATE long_term_care.care_entitlement SET grade = 4`],
  ['care-paid-only-with-confirmed-grade', `DELETE FROM long_term_care.care_entitlement`],
  ['care-run-is-its-rows', `UPDATE long_term_care.subsidy_run SET total_fen = total_fen + 1`],
  ['care-run-is-its-rows', `UPDATE long_term_care.subsidy_run SET exception_count = exception_count + 1`],
  [
    'care-rows-have-parents',
    `INSERT INTO long_term_care.care_span (area, run_id, person_id, from_on, to_on, stop_reason)
     SELECT area, id, id, '2022-01-01', '2022-01-31', 'death' FROM long_term_care.subsidy_run`,
  ],
  ['long-term-care-subsidy-run-state-is-its-actions', `UPDATE long_term_care.subsidy_run SET state = 'handed-over'`],
];

describe('verify names what was changed behind the back of the services', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
    await seedArea(db, '500000', { businessDate: '2022-03-01' });
    const days = { startsOn: firstDay(JANUARY), endsOn: lastDay(JANUARY) };
    const facts = {
      entitlements: [{ grade: 3, ...days }],
      modes: [{ mode: 'home-visits' as const, providerId: null, ...days }],
      stops: [],
    };
    await plant(db, '500000', [{ ...chongqingPack, id: uuidOf('pack') }], [facts, facts]);
    await db.database.inTransaction(db.scope('500000'), (tx) => new SubsidyRunService().create(tx, JANUARY));
  });
  afterAll(() => db.close());

  /** Ids of invariants that are broken; planted parents have no actions and no sheets, which is not asked here. */
  const broken = async (): Promise<readonly string[]> => {
    const ids: string[] = [];
    for (const { id, sql } of longTermCareInvariants) {
      if (/application-state|assessment-state|sheets-two/.test(id)) continue;
      if ((await db.ownerQuery(sql, ['500000'])).length > 0) ids.push(id);
    }
    return ids;
  };

  it('nothing is broken before', async () => {
    expect(await broken()).toEqual([]);
  });

  it.each(tamperings)('%s: %s', async (invariant, sql) => {
    await db.ownerQuery('BEGIN');
    await db.ownerQuery(sql);
    expect(await broken()).toContain(invariant);
    await db.ownerQuery('ROLLBACK');
    expect(await broken()).toEqual([]);
  });

  it('the application may change no span, no paid month and no line, and takes none away from a run that stands', async () => {
    const asApp = (sql: string) => db.database.inTransaction(db.scope('500000'), async (tx) => ok(await tx.query(sql)));
    const free = ['care_month', 'subsidy_line'];
    for (const table of [...free, 'care_span', 'subsidy_exception', 'answer', 'conclusion', 'publicity']) {
      const taken = asApp(`DELETE FROM long_term_care.${table} RETURNING area`);
      if (free.includes(table)) expect(await taken).toEqual(ok([]));
      else await expect(taken).rejects.toThrow('permission denied');
      await expect(asApp(`UPDATE long_term_care.${table} SET area = area`)).rejects.toThrow('permission denied');
    }
  });
});
