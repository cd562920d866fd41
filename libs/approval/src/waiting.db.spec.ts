import { areaCode, plainDate, type Result } from '@huiji/kernel';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import type { Caller, Role, Tx } from '@huiji/platform';
import type { Step, Subject } from './model/approval';
import { approvalLibrary } from './testing/approval-library';

const AREA = '510900';
const ORGANISATION = '00000000-0000-7000-8000-00000000aaaa';
const person = (n: number): string => `00000000-0000-7000-8000-${n.toString().padStart(12, '0')}`;

describe('X5 the inbox', () => {
  const { approvals, waiting } = approvalLibrary();
  let db: TestDatabase;
  let made = 100;
  const nextSubject = (): Subject => ({ subjectType: 'payment-batch', subjectId: person((made += 1)) });
  const callerOf = (n: number, role: Role, behalf?: number, area = AREA): Caller => ({
    userId: person(n),
    area: areaCode(area),
    organisationId: ORGANISATION,
    role,
    scope: {
      area: areaCode(area),
      actor: { kind: 'person', userId: person(n), ...(behalf === undefined ? {} : { onBehalfOf: person(behalf) }) },
    },
  });
  const as = async <T>(caller: Caller, work: (tx: Tx) => Promise<Result<T>>, day?: string): Promise<T> => {
    const done = await db.database.inTransaction(caller.scope, (tx) =>
      work(day === undefined ? tx : { ...tx, businessDate: plainDate(day) }),
    );
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
    return done.value;
  };
  const open = (subject: Subject, over: object = {}) =>
    as(callerOf(1, 'agency-clerk'), (tx) => approvals.open(tx, { ...subject, excluded: [], ...over }));
  const pass = (n: number, subject: Subject, step: Step) =>
    as(callerOf(n, 'agency-clerk'), (tx) => approvals.review(tx, { ...subject, step, decision: 'pass' }));
  const inbox = (caller: Caller, query: object = {}) =>
    db.database.read(caller.scope, async (tx) => {
      const page = await waiting.inbox(tx, caller, { first: 50, ...query });
      return page.edges.map(({ node }) => node);
    });
  const ids = async (caller: Caller, query: object = {}) =>
    (await inbox(caller, query)).map(({ subjectId }) => subjectId);
  const raise = (day: string) =>
    db.database.inTransaction(db.scope(AREA), async (tx) => ({
      ok: true as const,
      value: await waiting.raiseLate({ ...tx, businessDate: plainDate(day) }),
    }));

  beforeAll(async () => {
    db = await testDatabase();
    await seedArea(db, AREA);
    await seedArea(db, '500000');
    await db.ownerQuery(
      `INSERT INTO catalog.organisation (id, kind, name_zh, name_en, small_primary_care) VALUES ($1, 'agency', '局', 'a', false)`,
      [ORGANISATION],
    );
    const roles = { 2: 'agency-first-review', 3: 'agency-recheck', 4: 'agency-approval' };
    for (const [n, role] of Object.entries(roles)) {
      await db.ownerQuery(
        `INSERT INTO identity.person_user (id, login_name, display_name, password_hash, made_at)
         VALUES ($1, $2, $2, '$argon2id$x', now())`,
        [person(Number(n)), role],
      );
      await db.ownerQuery(
        `INSERT INTO identity.membership (id, user_id, area, organisation_id, role, made_at)
         VALUES (gen_random_uuid(), $1, $2, $3, $4, now())`,
        [person(Number(n)), AREA, ORGANISATION, role],
      );
    }
  });
  beforeEach(() => db.ownerQuery(`DELETE FROM approval.waiting_item`));
  afterAll(() => db.close());

  it('what is due stands in the inbox of its role, with sum, lines and deadline in working days, and moves on', async () => {
    const subject = nextSubject();
    await open(subject, { label: '2020-0001', amountFen: 123_456n, lineCount: 3n });
    // 2020-07-01 was a Wednesday: two working days later is the Friday.
    expect(await inbox(callerOf(2, 'agency-first-review'))).toEqual([
      {
        ...subject,
        task: 'first-review',
        label: '2020-0001',
        amountFen: 123_456n,
        lineCount: 3n,
        sinceOn: '2020-07-01',
        dueOn: '2020-07-03',
        escalatedOn: null,
      },
    ]);
    expect(await ids(callerOf(3, 'agency-recheck'))).toEqual([]);
    await pass(2, subject, 'first-review');
    expect(await ids(callerOf(2, 'agency-first-review'))).toEqual([]);
    expect(await ids(callerOf(3, 'agency-recheck'))).toEqual([subject.subjectId]);
  });

  it('PD-03 it is not in the inbox of those who may not decide it: its clerk, who decided, and a delegate of either', async () => {
    const subject = nextSubject();
    await open(subject, { people: { 'first-review': 2 } });
    await pass(2, subject, 'first-review');
    expect(await ids(callerOf(9, 'agency-first-review'))).toEqual([subject.subjectId]);
    expect(await ids(callerOf(1, 'agency-first-review'))).toEqual([]);
    expect(await ids(callerOf(2, 'agency-first-review'))).toEqual([]);
    expect(await ids(callerOf(9, 'agency-first-review', 2))).toEqual([]);
    expect(await ids(callerOf(9, 'agency-first-review', 1))).toEqual([]);
  });

  it('X1 nothing of another area, organisation or person is in it', async () => {
    await open(nextSubject());
    const put = (whom: object, n: number) =>
      as(callerOf(1, 'agency-clerk'), async (tx) => {
        const item = {
          subjectType: 'volume-report',
          subjectId: person(n),
          task: 'mend',
          label: '报量单',
          dueOn: tx.businessDate,
        };
        await waiting.put(tx, [{ ...item, task: 'mend', for: whom as { personId: string } }]);
        return { ok: true, value: undefined };
      });
    await put({ personId: person(7) }, 50);
    await put({ organisationId: ORGANISATION, role: 'hospital' }, 51);
    expect(await ids(callerOf(7, 'hospital'))).toEqual([person(50), person(51)]);
    expect(await ids(callerOf(8, 'hospital'))).toEqual([person(51)]);
    expect(await ids({ ...callerOf(8, 'hospital'), organisationId: person(99) })).toEqual([]);
    expect(await ids(callerOf(2, 'agency-first-review', undefined, '500000'))).toEqual([]);
  });

  it('pages by deadline without a gap, filters, and counts what it shows', async () => {
    const wanted: string[] = [];
    for (let n = 0; n < 7; n += 1) {
      const subject = nextSubject();
      await open(subject);
      wanted.push(subject.subjectId);
    }
    const caller = callerOf(2, 'agency-first-review');
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const page: Awaited<ReturnType<typeof waiting.inbox>> = await db.database.read(caller.scope, (tx) =>
        waiting.inbox(tx, caller, { first: 3, after }),
      );
      seen.push(...page.edges.map(({ node }) => node.subjectId));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(seen).toEqual(wanted);
    expect(await ids(caller, { subjectType: 'volume-report' })).toEqual([]);
    expect(await ids(caller, { lateOnly: true })).toEqual([]);
    expect(await db.database.read(caller.scope, (tx) => waiting.counts(tx, caller))).toEqual([
      { subjectType: 'payment-batch', task: 'first-review', count: 7n, late: 0n },
    ]);
  });

  it('answers to its index among many items of others', async () => {
    await db.ownerQuery(
      `INSERT INTO approval.waiting_item (area, subject_type, subject_id, waits_for, task, label, since_on, due_on)
       SELECT $1, 'volume-report', gen_random_uuid(), 'role agency-clerk', 'review', 'x', '2020-07-01', '2020-07-02'
       FROM generate_series(1, 20000)`,
      [AREA],
    );
    await db.ownerQuery('ANALYZE approval.waiting_item');
    const caller = callerOf(2, 'agency-first-review');
    const plans: string[] = [];
    await db.database.read(caller.scope, async (tx) => {
      const explained: Tx = {
        ...tx,
        query: async <Row>(sql: string, params?: readonly unknown[]): Promise<Row[]> => {
          const plan = await tx.query<Record<string, string>>(`EXPLAIN ${sql}`, params);
          plans.push(plan.map((row) => Object.values(row)[0] ?? '').join('\n'));
          return [];
        },
      };
      await waiting.inbox(explained, caller, { first: 50 });
      await waiting.counts(explained, caller);
    });
    expect(plans).toHaveLength(2);
    for (const plan of plans) {
      expect(plan).toContain('waiting_item_inbox');
      expect(plan).not.toContain('Seq Scan on waiting_item');
    }
  });

  it('PD-05 a late step is raised once, by the system and not under a name, and told to the next level', async () => {
    const subject = nextSubject();
    await open(subject, { label: '2020-0009' });
    expect(await raise('2020-07-03')).toMatchObject({ value: 0 });
    expect(await raise('2020-07-04')).toMatchObject({ value: 1 });
    expect(await raise('2020-07-05')).toMatchObject({ value: 0 });
    const actions = await db.ownerQuery(
      `SELECT actor_kind, actor_name, payload ->> 'task' AS task FROM platform.action
       WHERE subject_id = $1 AND kind = 'ApprovalEscalated'`,
      [subject.subjectId],
    );
    expect(actions).toEqual([{ actor_kind: 'system', actor_name: 'approval.raise-late', task: 'first-review' }]);
    const told = await db.ownerQuery(
      `SELECT recipient_id FROM notification.notice WHERE kind = 'approval-escalated' AND subject_id = $1`,
      [subject.subjectId],
    );
    expect(told).toEqual([{ recipient_id: person(3) }]);
    expect((await inbox(callerOf(2, 'agency-first-review')))[0]?.escalatedOn).toBe('2020-07-04');
    await pass(2, subject, 'first-review');
    expect(await raise('2020-08-01')).toMatchObject({ value: 1 });
  });

  it('X7 whom a step waits for is told, once, and its clerk when it passed or went back', async () => {
    const subject = nextSubject();
    await open(subject);
    await pass(2, subject, 'first-review');
    await pass(3, subject, 'recheck');
    await pass(4, subject, 'approval');
    const told = await db.ownerQuery(
      `SELECT kind, recipient_id FROM notification.notice WHERE subject_id = $1 ORDER BY made_at, kind`,
      [subject.subjectId],
    );
    expect(told).toEqual([
      { kind: 'approval-waits', recipient_id: person(2) },
      { kind: 'approval-waits', recipient_id: person(3) },
      { kind: 'approval-waits', recipient_id: person(4) },
      { kind: 'approval-passed', recipient_id: person(1) },
    ]);
  });
});
