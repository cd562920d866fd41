import { areaCode, plainDateOf } from '@huiji/kernel';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { recordAction, ScopedReader, type Caller } from '@huiji/platform';
import { ok } from '@huiji/kernel';
import { TrailService, type TrailFilter } from './trail.service';
import { UserService } from './user.service';

const SUBJECT = '0190c6a4-5c1e-7b1a-9f00-000000000009';

describe('the audit trail', () => {
  let db: TestDatabase;
  let reader: ScopedReader;
  let trail: TrailService;
  let person: string;

  const auditor = (area: string): Caller => {
    const code = areaCode(area);
    const scope = { area: code, actor: { kind: 'person', userId: person } } as const;
    return { userId: person, area: code, organisationId: SUBJECT, role: 'auditor', scope };
  };

  beforeAll(async () => {
    db = await testDatabase();
    await seedArea(db, '510900');
    await seedArea(db, '500000');
    reader = new ScopedReader({
      appDatabaseUrl: db.url('app'),
      replicaDatabaseUrl: undefined,
      databasePool: 2,
      readScope: 'connection',
    });
    trail = new TrailService(reader);
    const draft = { loginName: 'someone', displayName: '张 三', password: 'correct horse battery' };
    const made = await db.database.inTransaction(db.scope('500000'), (tx) => new UserService().create(tx, draft, []));
    if (!made.ok) throw new Error(made.refusal.code);
    person = made.value;
    for (const to of ['draft', 'submitted', 'accepted'])
      await db.database.inTransaction(db.scope('510900', person), async (tx) => {
        const kind = `Report${to.charAt(0).toUpperCase()}${to.slice(1)}`;
        await recordAction(tx, { subjectType: 'volume-report', subjectId: SUBJECT, kind, to, reason: '因为' });
        return ok(undefined);
      });
    await db.database.inTransaction(db.scope('510900'), async (tx) => {
      await recordAction(tx, { subjectType: 'area', subjectId: SUBJECT, kind: 'DayAdvanced' });
      return ok(undefined);
    });
  });
  afterAll(async () => {
    await reader.onApplicationShutdown();
    await db.close();
  });

  it('X2 shows the newest first, with who, why and both states', async () => {
    const { edges } = await trail.page(auditor('510900'), { first: 10 });
    expect(edges.map(({ node }) => [node.kind, node.actorName, node.bySystem])).toEqual([
      ['DayAdvanced', 'test', true],
      ['ReportAccepted', '张 三', false],
      ['ReportSubmitted', '张 三', false],
      ['ReportDraft', '张 三', false],
    ]);
    expect(edges[1]?.node).toMatchObject({
      toState: 'accepted',
      fromState: null,
      reason: '因为',
      businessDate: '2020-07-01',
    });
  });

  it('pages without a gap or a repeat', async () => {
    const kinds: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { edges, pageInfo } = await trail.page(auditor('510900'), { first: 3, after });
      kinds.push(...edges.map(({ node }) => node.kind));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(kinds).toEqual(['DayAdvanced', 'ReportAccepted', 'ReportSubmitted', 'ReportDraft']);
  });

  it('narrows to one thing, and shows nothing of another area', async () => {
    const one = { first: 10, subjectType: 'volume-report', subjectId: SUBJECT };
    expect((await trail.page(auditor('510900'), one)).edges).toHaveLength(3);
    expect((await trail.page(auditor('500000'), one)).edges).toHaveLength(0);
  });

  it('refuses half a subject instead of showing everything', async () => {
    const half = { first: 10, subjectType: 'volume-report' };
    await expect(trail.page(auditor('510900'), half)).rejects.toThrow('are given together');
  });

  it('X2 narrows by who, what, when and which request, together too', async () => {
    const request = '0190c6a4-5c1e-7b1a-9f00-0000000000aa';
    const scope = { ...db.scope('510900', person), requestId: request, client: '10.1.2.3' };
    await db.database.inTransaction(scope, async (tx) => {
      const payload = { before: { street: 1 }, name: '=1+1' };
      await recordAction(tx, { subjectType: 'street', subjectId: SUBJECT, kind: 'StreetChanged', payload });
      return ok(undefined);
    });
    const kinds = async (filter: TrailFilter): Promise<readonly string[]> =>
      (await trail.page(auditor('510900'), { first: 50, ...filter })).edges.map(({ node }) => node.kind);
    expect(await kinds({ requestId: request })).toEqual(['StreetChanged']);
    expect(await kinds({ kind: 'DayAdvanced' })).toEqual(['DayAdvanced']);
    expect(await kinds({ actorId: person })).toHaveLength(4);
    expect(await kinds({ actorId: person, kind: 'DayAdvanced' })).toEqual([]);
    const today = plainDateOf(new Date());
    expect(await kinds({ from: today, to: today })).toHaveLength(5);
    expect(await kinds({ to: '2020-01-01' })).toEqual([]);
    expect(await kinds({ from: '2100-01-01' })).toEqual([]);
    const [edge] = (await trail.page(auditor('510900'), { first: 1, requestId: request })).edges;
    expect(edge?.node).toMatchObject({
      clientAddress: '10.1.2.3',
      actorId: person,
      personalFacts: null,
      facts: expect.arrayContaining([{ name: 'before', value: '{"street":1}' }]) as unknown,
    });
    const csv = await trail.csv(auditor('510900'), { requestId: request });
    expect(csv.split('\r\n')).toHaveLength(3);
    expect(csv).toContain('10.1.2.3');
  });

  it('X2 each way to narrow has an index', async () => {
    await seedArea(db, '370200');
    await db.ownerQuery(
      `INSERT INTO platform.action (area, id, subject_type, subject_id, kind, payload, actor_kind, actor_id, request_id, business_date, at)
       SELECT '370200', gen_random_uuid(), 'thing', gen_random_uuid(), 'Kind' || chr(65 + n % 26), '{}', 'person', gen_random_uuid(),
         gen_random_uuid(), '2020-07-01', '2020-01-01'::timestamptz + n * interval '1 hour'
       FROM generate_series(1, 20000) AS n`,
    );
    await db.ownerQuery('ANALYZE platform.action');
    for (const condition of [
      `subject_type = 'x' AND subject_id = '${SUBJECT}'`,
      `actor_id = '${SUBJECT}'`,
      `kind = 'KindX'`,
      `request_id = '${SUBJECT}'`,
      `at >= '2020-07-01' AND at < '2020-07-02'`,
    ]) {
      const plan = await db.ownerQuery<{ 'QUERY PLAN': string }>(
        `EXPLAIN SELECT id FROM platform.action a WHERE area = '370200' AND ${condition}`,
      );
      const text = plan.map((row) => row['QUERY PLAN']).join('\n');
      const [column] = condition.split(' ');
      expect(text).toMatch(new RegExp(`Index Cond: .*${column ?? ''}`));
    }
  });

  it('PD-05 never shows an act of the system under the name of a person', async () => {
    const { edges } = await trail.page(auditor('510900'), { first: 10 });
    for (const { node } of edges) expect(node.bySystem).toBe(node.actorName === 'test');
  });
});
