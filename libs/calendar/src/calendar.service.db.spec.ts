import { plainDate } from '@huiji/kernel';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { CalendarService, type DueDatePolicyDraft } from './calendar.service';

const policy: DueDatePolicyDraft = {
  counting: 'days-after-acceptance',
  deadlineDays: 30,
  roll: 'next-working-day',
  legalBasis: 'a rule of the area',
  validFrom: plainDate('2019-01-01'),
  validTo: plainDate('2020-12-31'),
  confirmedBy: null,
};

describe('the due-date policy of an area', () => {
  let db: TestDatabase;
  const calendar = new CalendarService();
  beforeAll(async () => {
    db = await testDatabase();
    await seedArea(db, '510900');
    await seedArea(db, '500000');
    await db.database.inTransaction(db.scope('510900'), (tx) => calendar.adoptDueDatePolicy(tx, policy));
  });
  afterAll(() => db.close());

  const dueOf = (area: string, date: string) =>
    db.database.inTransaction(db.scope(area), (tx) => calendar.dueDatesOf(tx, plainDate(date)));

  it('C5 is read by the day of acceptance', async () => {
    expect(await dueOf('510900', '2020-06-01')).toMatchObject({ ok: true, value: { due: { date: '2020-07-01' } } });
    expect(await dueOf('510900', '2021-01-01')).toMatchObject({ ok: false, refusal: { code: 'NO_DUE_DATE_POLICY' } });
  });

  it('is of its own area only', async () => {
    expect(await dueOf('500000', '2020-06-01')).toMatchObject({ refusal: { code: 'NO_DUE_DATE_POLICY' } });
  });

  it('two that overlap are refused by the table, and the first stands', async () => {
    const second = await db.database.inTransaction(db.scope('510900'), (tx) =>
      calendar.adoptDueDatePolicy(tx, { ...policy, validFrom: plainDate('2020-12-31'), validTo: null }),
    );
    expect(second).toMatchObject({ refusal: { code: 'DUE_DATE_POLICY_OVERLAPS' } });
    const rows = await db.ownerQuery('SELECT count(*)::int AS n FROM calendar.due_date_policy');
    expect(rows).toEqual([{ n: 1 }]);
  });
});
