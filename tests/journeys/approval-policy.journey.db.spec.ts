import { randomUUID } from 'node:crypto';
import { seedArea } from '@huiji/migrations/testing';
import type { Role } from '@huiji/platform';
import { journeyApi, type JourneyApi } from './support/journey-api';
import type { JourneyClient } from './support/journey-client';

const AREA = '510900';
const INBOX = `query { approvalInbox(first: 10) { edges { node { subjectType subjectId task label dueOn late ageDays } } }
  approvalInboxCounts { subjectType task count late } }`;

interface InboxData {
  readonly approvalInbox: { readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[] };
  readonly approvalInboxCounts: readonly Readonly<Record<string, unknown>>[];
}

describe('X5 an approval policy from its proposal to the day it holds, through the API', () => {
  let journey: JourneyApi;
  const people = new Map<string, JourneyClient>();
  const as = (login: string): JourneyClient => {
    const client = people.get(login);
    if (!client) throw new Error(`nobody is ${login}`);
    return client;
  };
  const draft = {
    subjectType: 'payment-batch',
    validFrom: '2020-07-01',
    firstReviewDays: 1,
    recheckDays: 2,
    approvalDays: 3,
    bands: [
      { from: '0.00', firstReviewPeople: 1, recheckPeople: 1, approvalPeople: 1 },
      { from: '1000000.00', firstReviewPeople: 1, recheckPeople: 1, approvalPeople: 2 },
    ],
    freezes: [{ fromOn: '2020-12-28', toOn: '2020-12-31', reason: '年终结账' }],
    source: '市局〔2020〕1号',
  };
  const inbox = async (login: string): Promise<readonly unknown[]> =>
    (await as(login).query<InboxData>(INBOX)).approvalInbox.edges.map(({ node }) => node['task']);
  const decide = (login: string, policyId: string, decision: string, reason: string | null = null) =>
    as(login).mutate<{ state: string }>('approvalPolicyReview', { policyId, decision, reason }, '{ state }');

  beforeAll(async () => {
    journey = await journeyApi();
    await seedArea(journey.db, AREA);
    const organisationId = randomUUID();
    await journey.db.ownerQuery(
      `INSERT INTO catalog.organisation (id, kind, name_zh, name_en, small_primary_care) VALUES ($1, 'agency', '局', 'a', false)`,
      [organisationId],
    );
    const roles: Readonly<Record<string, Role>> = {
      clerk: 'agency-clerk',
      first: 'agency-first-review',
      recheck: 'agency-recheck',
      approval: 'agency-approval',
      auditor: 'auditor',
    };
    for (const [loginName, role] of Object.entries(roles))
      people.set(loginName, await journey.enter({ loginName, area: AREA, organisationId, role }));
  }, 120_000);
  afterAll(() => journey.close());

  it('PD-01 PD-16 it waits in one inbox after the other, is sent back, mended and approved; every text is in the audit', async () => {
    const { id } = await as('clerk').mutate<{ id: string }>('approvalPolicyPropose', draft, '{ id }');
    expect([await inbox('first'), await inbox('recheck')]).toEqual([['FIRST_REVIEW'], []]);
    await decide('first', id, 'RETURN', '请写明文号');
    expect([await inbox('first'), await inbox('clerk')]).toEqual([[], ['MEND']]);
    const mended = { ...draft, policyId: id, source: '市局〔2020〕2号' };
    await as('clerk').mutate('approvalPolicyPropose', mended);
    await decide('first', id, 'PASS');
    await decide('recheck', id, 'PASS');
    expect((await as('approval').query<InboxData>(INBOX)).approvalInboxCounts).toEqual([
      { subjectType: 'approval-policy', task: 'APPROVAL', count: '1', late: '0' },
    ]);
    expect(await decide('approval', id, 'PASS')).toMatchObject({ state: 'IN_FORCE' });
    const rounds = await as('auditor').query<{ approvalRounds: readonly { state: string; plan: unknown[] }[] }>(
      `query ($id: Uuid!) { approvalRounds(subjectType: "approval-policy", subjectId: $id) { state plan { step people days }
         reviews { decision reason person { displayName } onBehalfOf { displayName } } } }`,
      { id },
    );
    expect(rounds.approvalRounds.map(({ state }) => state)).toEqual(['RETURNED', 'PASSED']);
    const audit = await journey.db.ownerQuery(
      `SELECT kind, reason, payload -> 'before' ->> 'source' AS before, payload -> 'after' ->> 'source' AS after
       FROM platform.action WHERE subject_id = $1 AND kind LIKE 'Policy%' ORDER BY seq`,
      [id],
    );
    expect(audit).toEqual([
      { kind: 'PolicyProposed', reason: null, before: null, after: '市局〔2020〕1号' },
      { kind: 'PolicyReturned', reason: '请写明文号', before: null, after: null },
      { kind: 'PolicyMended', reason: null, before: '市局〔2020〕1号', after: '市局〔2020〕2号' },
      { kind: 'PolicyPutInForce', reason: null, before: null, after: null },
    ]);
  });

  it('X5 what is late is raised on the morning after, to the next level, and says so in the inbox', async () => {
    await as('clerk').mutate('approvalPolicyPropose', { ...draft, validFrom: '2021-01-01' });
    await as('clerk').mutate('areaDateAdvance', { days: 10 });
    const { approvalInbox } = await as('first').query<InboxData>(INBOX);
    expect(approvalInbox.edges.map(({ node }) => [node['late'], node['ageDays']])).toEqual([[true, 10]]);
    const notices = await as('recheck').query<{
      notices: { edges: readonly { node: { kind: string; message: string } }[] };
    }>('query { notices(first: 10) { edges { node { kind message } } } }');
    const raised = notices.notices.edges.filter(({ node }) => node.kind === 'APPROVAL_ESCALATED');
    expect(raised).toHaveLength(1);
    expect(raised[0]?.node.message).toContain('已超过期限');
    const actors = await journey.db.ownerQuery(
      `SELECT DISTINCT actor_kind, actor_name FROM platform.action WHERE kind = 'ApprovalEscalated'`,
    );
    expect(actors).toEqual([{ actor_kind: 'system', actor_name: 'approval.raise-late' }]);
  });
});
