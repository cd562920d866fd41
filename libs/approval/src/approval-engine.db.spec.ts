import { areaCode, plainDate, type Result } from '@huiji/kernel';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import type { Tx } from '@huiji/platform';
import { approvalInvariants } from './approval-invariants';
import type { Decision, Step, Subject } from './model/approval';
import type { PolicyDraft } from './model/policy';
import { shippedPolicy } from './rules/policy-plan';
import { approvalLibrary } from './testing/approval-library';

const AREA = '510900';
const person = (n: number): string => `00000000-0000-7000-8000-${n.toString().padStart(12, '0')}`;
const [clerk, first, recheck, approver, delegate, other] = [1, 2, 3, 4, 5, 6].map(person) as [
  string, string, string, string, string, string,
]; // prettier-ignore

describe('X5 the approval engine', () => {
  const { approvals, policies } = approvalLibrary();
  let db: TestDatabase;
  let made = 100;
  const nextSubject = (subjectType = 'payment-batch'): Subject => {
    made += 1;
    return { subjectType, subjectId: person(made) };
  };
  /** Somebody acts; with a second person, on their behalf; on another day where it is given. */
  const as = <T>(
    who: string,
    work: (tx: Tx) => Promise<Result<T>>,
    behalf?: string,
    day?: string,
  ): Promise<Result<T>> => {
    const actor = { kind: 'person', userId: who, ...(behalf === undefined ? {} : { onBehalfOf: behalf }) } as const;
    return db.database.inTransaction({ area: areaCode(AREA), actor }, (tx) =>
      work(day === undefined ? tx : { ...tx, businessDate: plainDate(day) }),
    );
  };
  const open = (who: string, subject: Subject, over: object = {}, behalf?: string) =>
    as(who, (tx) => approvals.open(tx, { ...subject, excluded: [], ...over }), behalf);
  const review = (
    who: string,
    subject: Subject,
    step: Step,
    over: { behalf?: string; day?: string; decision?: Decision } = {},
  ) =>
    as(
      who,
      (tx) => approvals.review(tx, { ...subject, step, decision: over.decision ?? 'pass', reason: '请改' }),
      over.behalf,
      over.day,
    );
  const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.refusal.code);
  const policy = (over: Partial<PolicyDraft> = {}): PolicyDraft => ({
    ...shippedPolicy,
    subjectType: 'payment-batch',
    validFrom: plainDate('2020-07-01'),
    source: '市局〔2020〕1号',
    ...over,
  });
  const callerOf = (role: 'agency-first-review' | 'agency-recheck' | 'agency-approval') => ({ role });
  const inForce = async (draft: PolicyDraft): Promise<string> => {
    const proposed = await as(clerk, (tx) => policies.propose(tx, draft, null));
    if (!proposed.ok) throw new Error(JSON.stringify(proposed.refusal));
    const policyId = proposed.value;
    const roles = ['agency-first-review', 'agency-recheck', 'agency-approval'] as const;
    for (const [index, who] of [first, recheck, approver].entries()) {
      const role = roles[index] ?? 'agency-approval';
      const passed = await as(who, (tx) => policies.review(tx, callerOf(role), { policyId, decision: 'pass' }));
      if (!passed.ok) throw new Error(JSON.stringify(passed.refusal));
    }
    return policyId;
  };

  beforeAll(async () => {
    db = await testDatabase();
    await seedArea(db, AREA);
  });
  afterAll(() => db.close());
  afterEach(async () => {
    for (const { id, sql } of approvalInvariants) {
      const rows = await db.database.read(db.scope(AREA), (tx) => tx.query(sql, [AREA]));
      expect({ id, rows }).toEqual({ id, rows: [] });
    }
  });

  describe('delegation', () => {
    it('PD-03 a delegate of the clerk can never review, nor can the clerk behind the delegate', async () => {
      const subject = nextSubject();
      expect(codeOf(await open(delegate, subject, {}, clerk))).toBe('ok');
      expect(codeOf(await review(delegate, subject, 'first-review'))).toBe('SAME_PERSON');
      expect(codeOf(await review(clerk, subject, 'first-review'))).toBe('SAME_PERSON');
      expect(codeOf(await review(first, subject, 'first-review'))).toBe('ok');
    });

    it('PD-03 who reviews on behalf of somebody uses up the part of both', async () => {
      const subject = nextSubject();
      await open(clerk, subject);
      expect(codeOf(await review(delegate, subject, 'first-review', { behalf: first }))).toBe('ok');
      expect(codeOf(await review(first, subject, 'recheck'))).toBe('SAME_PERSON');
      expect(codeOf(await review(delegate, subject, 'recheck', { behalf: recheck }))).toBe('SAME_PERSON');
      expect(codeOf(await review(other, subject, 'recheck', { behalf: first }))).toBe('SAME_PERSON');
      expect(codeOf(await review(recheck, subject, 'recheck'))).toBe('ok');
    });

    it('PD-02 of two approvers wanted a delegate and the person behind are one, also at the same instant', async () => {
      for (let round = 0; round < 3; round += 1) {
        const subject = nextSubject();
        await open(clerk, subject, { people: { 'first-review': 2 } });
        const both = await Promise.all([
          review(delegate, subject, 'first-review', { behalf: first }),
          review(first, subject, 'first-review'),
        ]);
        expect(both.map(codeOf).sort()).toEqual(['SAME_PERSON', 'ok']);
        expect(codeOf(await review(other, subject, 'first-review'))).toBe('ok');
      }
    });

    it('PD-03 whoever had the subject made on their behalf is a clerk of it', async () => {
      const subject = nextSubject();
      await db.ownerQuery(
        `INSERT INTO platform.action (area, id, subject_type, subject_id, kind, payload, actor_kind, actor_id, on_behalf_of,
           business_date, at) VALUES ($1, gen_random_uuid(), 'payment-batch', $2, 'BatchMade', '{}', 'person', $3, $4,
           '2020-07-01', now())`,
        [AREA, subject.subjectId, delegate, first],
      );
      await open(clerk, subject, { makers: [delegate] });
      expect(codeOf(await review(first, subject, 'first-review'))).toBe('SAME_PERSON');
    });

    it('PD-05 the history names who did it and on whose behalf', async () => {
      const subject = nextSubject();
      await open(clerk, subject);
      await review(delegate, subject, 'first-review', { behalf: first });
      const [round] = await db.database.read(db.scope(AREA), (tx) => approvals.historyOf(tx, subject));
      expect(round?.reviews).toMatchObject([{ personId: delegate, onBehalfOf: first }]);
      const rows = await db.ownerQuery(
        `SELECT actor_id, on_behalf_of FROM platform.action WHERE subject_id = $1 AND kind = 'ReviewPassed'`,
        [subject.subjectId],
      );
      expect(rows).toEqual([{ actor_id: delegate, on_behalf_of: first }]);
    });
  });

  describe('taking back and coming back', () => {
    it('a clerk takes a round back before anybody decided, and nobody else does', async () => {
      const subject = nextSubject();
      await open(clerk, subject);
      expect(codeOf(await as(other, (tx) => approvals.withdraw(tx, subject)))).toBe('NOT_FOUND');
      expect(codeOf(await as(clerk, (tx) => approvals.withdraw(tx, subject)))).toBe('ok');
      expect(codeOf(await review(first, subject, 'first-review'))).toBe('APPROVAL_NOT_OPEN');
      expect(codeOf(await open(clerk, subject))).toBe('ok');
      await review(first, subject, 'first-review');
      expect(codeOf(await as(clerk, (tx) => approvals.withdraw(tx, subject)))).toBe('APPROVAL_BEGUN');
    });

    it('PD-02 a withdrawal and a first decision at the same instant: one of them happens', async () => {
      for (let round = 0; round < 5; round += 1) {
        const subject = nextSubject();
        await open(clerk, subject);
        const both = await Promise.all([
          as(clerk, (tx) => approvals.withdraw(tx, subject)),
          review(first, subject, 'first-review'),
        ]);
        expect(both.filter((one) => one.ok)).toHaveLength(1);
      }
    });

    it('PD-17 what may be mended comes back as the next round, with the task of its clerk in between', async () => {
      const subject = nextSubject();
      await open(clerk, subject, { mendable: true, label: '2020-0007' });
      await review(first, subject, 'first-review', { decision: 'return' });
      const waits = () =>
        db.ownerQuery('SELECT waits_for, task FROM approval.waiting_item WHERE subject_id = $1', [subject.subjectId]);
      expect(await waits()).toEqual([{ waits_for: `person ${clerk}`, task: 'mend' }]);
      expect(codeOf(await open(clerk, subject, { mendable: true }))).toBe('ok');
      expect(await waits()).toEqual([{ waits_for: 'role agency-first-review', task: 'first-review' }]);
    });
  });

  describe('policy', () => {
    it('people by amount; a later version does not change a round that is open', async () => {
      const bands = [
        { fromFen: 0n, people: { 'first-review': 1, recheck: 1, approval: 1 } },
        { fromFen: 100_000_000n, people: { 'first-review': 1, recheck: 1, approval: 2 } },
      ];
      const before = nextSubject('payment-batch');
      await open(clerk, before, { amountFen: 100_000_000n });
      const id = await inForce(policy({ bands }));
      const after = nextSubject('payment-batch');
      const small = nextSubject('payment-batch');
      await open(clerk, after, { amountFen: 100_000_000n });
      await open(clerk, small, { amountFen: 99_999_999n });
      const wanted = await db.ownerQuery(
        `SELECT approval_people, policy_id FROM approval.act WHERE subject_id = ANY($1) ORDER BY subject_id`,
        [[before.subjectId, after.subjectId, small.subjectId]],
      );
      expect(wanted).toEqual([
        { approval_people: 1, policy_id: null },
        { approval_people: 2, policy_id: id },
        { approval_people: 1, policy_id: id },
      ]);
    });

    it('PD-18 PD-03 a policy is approved by three people other than who proposed it: no other way puts it into force', async () => {
      const proposed = await as(clerk, (tx) =>
        policies.propose(tx, policy({ validFrom: plainDate('2020-08-01') }), null),
      );
      const policyId = proposed.ok ? proposed.value : '';
      const decide = (who: string, role: Parameters<typeof callerOf>[0]) =>
        as(who, (tx) => policies.review(tx, callerOf(role), { policyId, decision: 'pass' }));
      expect(codeOf(await decide(clerk, 'agency-first-review'))).toBe('SAME_PERSON');
      expect(codeOf(await decide(approver, 'agency-approval'))).toBe('STEP_NOT_DUE');
      await decide(first, 'agency-first-review');
      expect(codeOf(await decide(first, 'agency-recheck'))).toBe('SAME_PERSON');
      await decide(recheck, 'agency-recheck');
      expect(await db.ownerQuery('SELECT state FROM approval.policy WHERE id = $1', [policyId])).toEqual([
        { state: 'proposed' },
      ]);
      expect(codeOf(await decide(approver, 'agency-approval'))).toBe('ok');
      expect(await db.ownerQuery('SELECT state FROM approval.policy WHERE id = $1', [policyId])).toEqual([
        { state: 'in-force' },
      ]);
    });

    it('PD-16 a proposal that was sent back is mended and comes back as the next round; both texts are in the audit', async () => {
      const draft = policy({ validFrom: plainDate('2020-08-02') });
      const proposed = await as(clerk, (tx) => policies.propose(tx, draft, null));
      const policyId = proposed.ok ? proposed.value : '';
      const input = { policyId, decision: 'return', reason: '请写明依据' } as const;
      expect(codeOf(await as(first, (tx) => policies.review(tx, callerOf('agency-first-review'), input)))).toBe('ok');
      const mended = { ...draft, source: '市局〔2020〕2号' };
      expect(codeOf(await as(clerk, (tx) => policies.propose(tx, mended, policyId)))).toBe('ok');
      const [action] = await db.ownerQuery<{ payload: { before: PolicyDraft; after: PolicyDraft } }>(
        `SELECT payload FROM platform.action WHERE subject_id = $1 AND kind = 'PolicyMended'`,
        [policyId],
      );
      expect([action?.payload.before.source, action?.payload.after.source]).toEqual([
        '市局〔2020〕1号',
        '市局〔2020〕2号',
      ]);
      expect(codeOf(await as(clerk, (tx) => policies.withdraw(tx, policyId)))).toBe('ok');
    });

    it('nothing passes on a day of a freeze, in words; a return is possible, and the day after it passes', async () => {
      const freezes = [{ fromOn: plainDate('2020-12-28'), toOn: plainDate('2020-12-31'), reason: '年终结账' }];
      await inForce(policy({ validFrom: plainDate('2020-12-01'), freezes }));
      const [passes, goesBack] = [nextSubject(), nextSubject()];
      await open(clerk, passes);
      await open(clerk, goesBack);
      const frozen = await review(first, passes, 'first-review', { day: '2020-12-28' });
      expect(frozen).toMatchObject({
        refusal: { code: 'APPROVAL_FROZEN', facts: { until: '2020-12-31', reason: '年终结账' } },
      });
      expect(codeOf(await review(first, goesBack, 'first-review', { day: '2020-12-31', decision: 'return' }))).toBe(
        'ok',
      );
      expect(codeOf(await review(first, passes, 'first-review', { day: '2021-01-01' }))).toBe('ok');
    });

    it('PD-04 the database has no row for a step of nobody, and no way to change a version in force', async () => {
      const client = db.dataSource;
      await expect(
        client.transaction(async (manager) => {
          await manager.query(`SET LOCAL app.area = '${AREA}'`);
          await manager.query(`UPDATE approval.policy_band SET recheck_people = 0`);
        }),
      ).rejects.toThrow('violates check constraint');
    });
  });
});
