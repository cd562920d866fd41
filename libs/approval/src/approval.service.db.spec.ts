import type { Result } from '@huiji/kernel';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import type { Tx } from '@huiji/platform';
import { approvalInvariants } from './approval-invariants';
import type { ApprovalOpening } from './approval.service';
import type { Decision, ReviewOutcome, Step } from './model/approval';
import { approvalLibrary } from './testing/approval-library';

const AREA = '510900';
const person = (n: number): string => `00000000-0000-7000-8000-${n.toString().padStart(12, '0')}`;
const [clerk, first, recheck, approver, editor, other] = [
  person(1),
  person(2),
  person(3),
  person(4),
  person(5),
  person(6),
];

describe('the approval of a subject', () => {
  const { approvals } = approvalLibrary();
  let db: TestDatabase;
  let made = 100;
  const nextSubject = () => {
    made += 1;
    return { subjectType: 'payment-batch', subjectId: person(made) };
  };
  const as = <T>(who: string, work: (tx: Tx) => Promise<Result<T>>) =>
    db.database.inTransaction(db.scope(AREA, who), work);
  const open = (who: string, opening: Omit<ApprovalOpening, 'excluded'> & { excluded?: readonly string[] }) =>
    as(who, (tx) => approvals.open(tx, { excluded: [editor], ...opening }));
  const review = (
    who: string,
    subject: { subjectType: string; subjectId: string },
    step: Step,
    decision: Decision = 'pass',
    reason?: string,
  ): Promise<Result<ReviewOutcome>> =>
    as(who, (tx) => approvals.review(tx, { ...subject, step, decision, ...(reason === undefined ? {} : { reason }) }));

  beforeAll(async () => {
    db = await testDatabase();
    await seedArea(db, AREA);
    await seedArea(db, '500000');
  });
  afterAll(() => db.close());
  afterEach(async () => {
    for (const { id, sql } of approvalInvariants) {
      const rows = await db.database.read(db.scope(AREA), (tx) => tx.query(sql, [AREA]));
      expect({ id, rows }).toEqual({ id, rows: [] });
    }
  });

  it('C6 passes by three people other than its clerk', async () => {
    const subject = nextSubject();
    await open(clerk, subject);
    expect(await review(first, subject, 'first-review')).toMatchObject({ value: { complete: false, due: 'recheck' } });
    expect(await review(recheck, subject, 'recheck')).toMatchObject({ value: { complete: false, due: 'approval' } });
    expect(await review(approver, subject, 'approval')).toMatchObject({ value: { complete: true, due: null } });
    expect(await db.database.read(db.scope(AREA), (tx) => approvals.isApproved(tx, subject))).toBe(true);
  });

  const parts: readonly (readonly [string, string, string])[] = [
    ['the clerk', 'first-review', clerk],
    ['the clerk', 'recheck', clerk],
    ['the clerk', 'approval', clerk],
    ['an account editor', 'first-review', editor],
    ['an account editor', 'recheck', editor],
    ['an account editor', 'approval', editor],
    ['the first reviewer', 'recheck', first],
    ['the first reviewer', 'approval', first],
    ['the re-checker', 'approval', recheck],
  ];
  it.each(parts)('PD-03 C6 %s cannot do the %s', async (_, step, who) => {
    const subject = nextSubject();
    await open(clerk, subject);
    if (step !== 'first-review') await review(first, subject, 'first-review');
    if (step === 'approval') await review(recheck, subject, 'recheck');
    const refused = await review(who, subject, step as Step);
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'rule', code: 'SAME_PERSON' } });
  });

  it('PD-03 an account editor cannot be the clerk', async () => {
    expect(await open(editor, nextSubject())).toMatchObject({ ok: false, refusal: { code: 'SAME_PERSON' } });
  });

  it('PD-02 two approvers wanted are two people: one person twice is refused, another completes', async () => {
    const subject = nextSubject();
    await open(clerk, { ...subject, people: { approval: 2 } });
    await review(first, subject, 'first-review');
    await review(recheck, subject, 'recheck');
    expect(await review(approver, subject, 'approval')).toMatchObject({ value: { complete: false, due: 'approval' } });
    expect(await review(approver, subject, 'approval')).toMatchObject({ refusal: { code: 'SAME_PERSON' } });
    expect(await review(other, subject, 'approval')).toMatchObject({ value: { complete: true } });
  });

  it('a step waits for the one before it', async () => {
    const subject = nextSubject();
    await open(clerk, subject);
    expect(await review(approver, subject, 'approval')).toMatchObject({
      refusal: { kind: 'state', code: 'STEP_NOT_DUE', facts: { due: 'first-review' } },
    });
    expect(await review(recheck, subject, 'recheck')).toMatchObject({ refusal: { code: 'STEP_NOT_DUE' } });
  });

  it('PD-27 a refused review leaves no trace: the person may still have another part', async () => {
    const subject = nextSubject();
    await open(clerk, subject);
    await review(approver, subject, 'approval');
    expect(await review(approver, subject, 'first-review')).toMatchObject({ ok: true });
  });

  it('PD-17 a return at the re-check ends the round, with its reason; nobody passes it any more', async () => {
    const subject = nextSubject();
    await open(clerk, subject);
    await review(first, subject, 'first-review');
    expect(await review(recheck, subject, 'recheck', 'return', ' 金额不符 ')).toMatchObject({
      value: { returned: true },
    });
    expect(await review(approver, subject, 'approval')).toMatchObject({
      refusal: { code: 'APPROVAL_NOT_OPEN', facts: { state: 'returned' } },
    });
    const [round] = await db.database.read(db.scope(AREA), (tx) => approvals.historyOf(tx, subject));
    expect(round?.reviews.map(({ decision, reason }) => [decision, reason])).toEqual([
      ['pass', null],
      ['return', '金额不符'],
    ]);
  });

  it('a return without a reason is bad input', async () => {
    const subject = nextSubject();
    await open(clerk, subject);
    expect(await review(first, subject, 'first-review', 'return', '  ')).toMatchObject({
      refusal: { kind: 'input', issues: [{ field: 'reason', code: 'RETURN_REASON_MISSING' }] },
    });
  });

  it('PD-03 parts hold over rounds: after a return the same people do the same steps, and no others', async () => {
    const subject = nextSubject();
    await open(clerk, subject);
    await review(first, subject, 'first-review', 'return', 'again');
    expect(await open(first, subject)).toMatchObject({ refusal: { code: 'SAME_PERSON' } });
    expect(await open(clerk, subject)).toMatchObject({ ok: true });
    expect(await review(first, subject, 'first-review')).toMatchObject({ ok: true });
    expect(await review(first, subject, 'recheck')).toMatchObject({ refusal: { code: 'SAME_PERSON' } });
    const rounds = await db.database.read(db.scope(AREA), (tx) => approvals.historyOf(tx, subject));
    expect(rounds.map(({ state, due }) => [state, due])).toEqual([
      ['returned', null],
      ['open', 'recheck'],
    ]);
  });

  it('a subject has one live round, and what is approved is not opened again', async () => {
    const subject = nextSubject();
    await open(clerk, subject);
    expect(await open(other, subject)).toMatchObject({ refusal: { kind: 'conflict', code: 'APPROVAL_LIVE' } });
    await review(first, subject, 'first-review');
    await review(recheck, subject, 'recheck');
    await review(approver, subject, 'approval');
    expect(await open(clerk, subject)).toMatchObject({ refusal: { code: 'APPROVAL_LIVE' } });
  });

  it('PD-05 a part of the system can neither lock nor review', async () => {
    const subject = nextSubject();
    const bySystem = db.database.inTransaction(db.scope(AREA), (tx) =>
      approvals.open(tx, { ...subject, excluded: [] }),
    );
    await expect(bySystem).rejects.toThrow('an act of a person');
  });

  it('X1 what another area approves is not found here', async () => {
    const subject = nextSubject();
    await open(clerk, subject);
    const foreign = await db.database.inTransaction(db.scope('500000', first), (tx) =>
      approvals.review(tx, { ...subject, step: 'first-review', decision: 'pass' }),
    );
    expect(foreign).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  });

  it('PD-02 two reviewers at the same instant: one takes the step, the other is told that it is not due', async () => {
    for (let round = 0; round < 5; round += 1) {
      const subject = nextSubject();
      await open(clerk, subject);
      const answers = await Promise.all([
        review(first, subject, 'first-review'),
        review(other, subject, 'first-review'),
      ]);
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
      expect(answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.code]))).toEqual(['STEP_NOT_DUE']);
    }
  });

  it('PD-02 the same person twice at the same instant counts once, where two people are wanted', async () => {
    for (let round = 0; round < 5; round += 1) {
      const subject = nextSubject();
      await open(clerk, { ...subject, people: { 'first-review': 2 } });
      const answers = await Promise.all(Array.from({ length: 4 }, () => review(first, subject, 'first-review')));
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
      const [act] = await db.database.read(db.scope(AREA), (tx) => approvals.historyOf(tx, subject));
      expect([act?.due, act?.reviews.length]).toEqual(['first-review', 1]);
    }
  });

  it('PD-02 a pass and a return at the same instant: the step is decided once', async () => {
    const subject = nextSubject();
    await open(clerk, subject);
    const answers = await Promise.all([
      review(first, subject, 'first-review'),
      review(other, subject, 'first-review', 'return', 'no'),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });

  it('each decision is in the history of the subject, with who and why', async () => {
    const subject = nextSubject();
    await open(clerk, subject);
    await review(first, subject, 'first-review', 'return', 'wrong sum');
    const rows = await db.ownerQuery(
      `SELECT kind, reason, actor_id, payload->>'step' AS step FROM platform.action WHERE subject_id = $1`,
      [subject.subjectId],
    );
    expect(rows).toEqual([{ kind: 'ReviewReturned', reason: 'wrong sum', actor_id: first, step: 'first-review' }]);
  });
});
