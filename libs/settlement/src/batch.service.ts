import { Injectable } from '@nestjs/common';
import { ApprovalService, stepOfRole, type Decision, type Step } from '@huiji/approval';
import { FundAccountService, PayeeAccountService } from '@huiji/fund';
import { badInput, notFound, ok, present, refuse, type FieldIssue, type PlainDate, type Result } from '@huiji/kernel';
import { LedgerService } from '@huiji/ledger';
import { announce, nextState, personOf, type Caller, type Tx } from '@huiji/platform';

import { sendBatchJob } from './jobs/definitions';
import type { BatchAction, BatchState } from './model/batch';
import { payableKinds, type PayableKind } from './model/payable';
import type { StoredBatch } from './model/stored';
import { BatchRepository } from './persistence/batch.repository';
import { paymentPostings } from './persistence/batch.sql';
import { moveSelected, moveWith } from './persistence/state-moves';
import { sealHolds } from './rules/batch-seal';
import { batchTransitions } from './rules/batch-states';
import { payableTransitions } from './rules/payable-states';

/** Most lines of one batch. */
const MAX_LINES = 100_000;
const SUBJECT = 'payment-batch';

const kinds = {
  lock: 'BatchLocked',
  withdraw: 'BatchWithdrawn',
  pass: 'BatchReviewed',
  release: 'BatchReleased',
  return: 'BatchReturned',
  'start-sending': 'BatchSendingStarted',
  'record-sent': 'BatchSent',
  settle: 'BatchSettled',
  discard: 'BatchDiscarded',
} as const satisfies Record<BatchAction, string>;

/** What a clerk asks for: named payables, or those of some kinds that are due by a day. */
export interface BatchRequest {
  readonly kinds?: readonly PayableKind[] | null;
  readonly dueBy?: PlainDate | null;
  readonly payableIds?: readonly string[] | null;
}

export interface BatchReview {
  readonly batchId: string;
  readonly step: Step;
  readonly decision: Decision;
  readonly reason?: string | null;
}

const messageIdOf = (area: string, batchId: string): string => `B${area}-${batchId.replaceAll('-', '').slice(0, 27)}`;

/** What people call a batch: year and running number. */
const batchLabel = ({ year, number }: StoredBatch): string => `${year}-${number.toString().padStart(4, '0')}`;

const requestIssues = (request: BatchRequest): readonly FieldIssue[] => {
  const named = request.payableIds ?? undefined;
  const issues: FieldIssue[] = [];
  if (named !== undefined && (request.kinds ?? request.dueBy ?? null) !== null)
    issues.push({ field: 'payableIds', code: 'BATCH_CHOICE_TWICE' });
  if (named?.length === 0) issues.push({ field: 'payableIds', code: 'BATCH_EMPTY_CHOICE' });
  if (named !== undefined && named.length > MAX_LINES)
    issues.push({ field: 'payableIds', code: 'BATCH_TOO_LONG', facts: { most: MAX_LINES.toString() } });
  if (request.kinds?.some((kind) => !payableKinds.includes(kind)))
    issues.push({ field: 'kinds', code: 'UNKNOWN_PAYABLE_KIND' });
  return issues;
};

/** Payment orders (付款批次): a clerk makes and locks, three other people pass, the last pass releases. */
@Injectable()
export class BatchService {
  constructor(
    private readonly batches: BatchRepository,
    private readonly approval: ApprovalService,
    private readonly accounts: PayeeAccountService,
    private readonly fundAccounts: FundAccountService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Makes a draft of open payables, at most 100,000, oldest due first. Payables whose payee has no confirmed account are
   * left out of a choice by kind and day, as are those on hold. Returns the id of the batch.
   * Refuses BAD_INPUT, NOT_FOUND and PAYABLE_NOT_OPEN and PAYABLE_HELD (for named payables), PAYEE_ACCOUNT_MISSING, NOTHING_TO_PAY.
   */
  async create(tx: Tx, request: BatchRequest): Promise<Result<string>> {
    const issues = requestIssues(request);
    if (issues.length > 0) return badInput(issues);
    const named = request.payableIds ? [...new Set(request.payableIds)] : undefined;
    const wrong = named ? await this.refuseNamed(tx, named) : ok(undefined);
    if (!wrong.ok) return wrong;
    const id = await this.batches.add(tx, personOf(tx));
    const choice = {
      ...(request.kinds ? { kinds: request.kinds } : {}),
      ...(request.dueBy ? { dueBy: request.dueBy } : {}),
      ...(named ? { payableIds: named } : {}),
    };
    const count = await this.batches.addLines(tx, id, choice, MAX_LINES);
    if (named && count !== BigInt(named.length)) {
      // Another batch may have taken some between the look and the lines.
      const taken = await this.refuseNamed(tx, named);
      if (!taken.ok) return taken;
      return refuse('rule', 'PAYEE_ACCOUNT_MISSING', { count: (BigInt(named.length) - count).toString() });
    }
    if (count === 0n) return refuse('rule', 'NOTHING_TO_PAY');
    await this.movePayables(tx, id, 'open', payableTransitions.open.batch, 'PayableBatched');
    return ok(id);
  }

  /**
   * Locks a draft: payee accounts as confirmed now, count, sum and hash; opens the approval with the clerks (who made
   * it, who locks it) and the editors of those accounts excluded. Refuses NOT_FOUND, WRONG_STATE, FUND_ACCOUNT_ABSENT,
   * PAYEE_ACCOUNT_MISSING, SAME_PERSON.
   */
  async lock(tx: Tx, input: { readonly batchId: string }): Promise<Result<string>> {
    const batch = await this.batches.lock(tx, input.batchId);
    if (!batch) return notFound('batch');
    const allowed = nextState<BatchState, BatchAction>(batchTransitions, batch.state, 'lock');
    if (!allowed.ok) return allowed;
    const own = await this.fundAccounts.paying(tx);
    if (!own.ok) return own;
    await this.batches.setAccounts(tx, batch.id);
    const seal = await this.batches.seal(tx, batch.id);
    if (seal.withoutAccount > 0n)
      return refuse('rule', 'PAYEE_ACCOUNT_MISSING', { count: seal.withoutAccount.toString() });
    const moved = await this.move(tx, batch, 'lock', {
      locked_on: tx.businessDate,
      line_count: seal.count,
      sum_fen: seal.sumFen,
      seal_sha256: seal.sha256,
    });
    if (!moved.ok) return moved;
    const excluded = await this.accounts.editorsOf(tx, await this.batches.payees(tx, batch.id));
    const makers = [batch.madeBy];
    const opened = await this.approval.open(tx, {
      ...{ subjectType: SUBJECT, subjectId: batch.id, excluded, makers },
      ...{ label: batchLabel(batch), amountFen: seal.sumFen, lineCount: seal.count },
    });
    return opened.ok ? ok(batch.id) : opened;
  }

  /**
   * Takes a locked batch back before anybody decided: it is a draft again, to be mended, locked or discarded. Refuses
   * NOT_FOUND (also for whoever is no clerk of it), WRONG_STATE, APPROVAL_BEGUN.
   */
  async withdraw(tx: Tx, input: { readonly batchId: string }): Promise<Result<string>> {
    const batch = await this.batches.lock(tx, input.batchId);
    if (!batch) return notFound('batch');
    const allowed = nextState<BatchState, BatchAction>(batchTransitions, batch.state, 'withdraw');
    if (!allowed.ok) return allowed;
    const taken = await this.approval.withdraw(tx, { subjectType: SUBJECT, subjectId: batch.id });
    if (!taken.ok) return taken;
    const moved = await this.move(tx, batch, 'withdraw', {
      locked_on: null,
      line_count: null,
      sum_fen: null,
      seal_sha256: null,
    });
    return moved.ok ? ok(batch.id) : moved;
  }

  /** Gives up a draft: its payables open again. Refuses NOT_FOUND, WRONG_STATE. */
  async discard(tx: Tx, input: { readonly batchId: string }): Promise<Result<string>> {
    const batch = await this.batches.lock(tx, input.batchId);
    if (!batch) return notFound('batch');
    const moved = await this.move(tx, batch, 'discard', {});
    if (!moved.ok) return moved;
    await this.withdrawLines(tx, batch.id, 'PaymentWithdrawn');
    return ok(batch.id);
  }

  /**
   * One decision of the caller at the step of its role; the caller is who logged in, never an argument. The last pass
   * releases in the same transaction. Refuses NOT_YOUR_STEP, NOT_FOUND, WRONG_STATE, SAME_PERSON, STEP_NOT_DUE,
   * BAD_INPUT (a return without reason), SEAL_BROKEN, PAYEE_ACCOUNT_CHANGED and PAYABLE_HELD (since the lock), ACCOUNT_OVERDRAWN.
   */
  async review(tx: Tx, caller: Pick<Caller, 'role'>, input: BatchReview): Promise<Result<string>> {
    if (stepOfRole(caller.role) !== input.step) return refuse('rule', 'NOT_YOUR_STEP', { step: input.step });
    const batch = await this.batches.lock(tx, input.batchId);
    if (!batch) return notFound('batch');
    const allowed = nextState<BatchState, BatchAction>(batchTransitions, batch.state, input.decision);
    if (!allowed.ok) return allowed;
    const reviewed = await this.approval.review(tx, { ...input, subjectType: SUBJECT, subjectId: batch.id });
    if (!reviewed.ok) return reviewed;
    await this.batches.noteReview(tx, batch.id);
    if (reviewed.value.returned) return this.sendBack(tx, batch, input.reason ?? '');
    if (reviewed.value.complete) return this.release(tx, batch);
    if (batch.state === 'in-review') return ok(batch.id);
    const moved = await this.move(tx, batch, 'pass', {});
    return moved.ok ? ok(batch.id) : moved;
  }

  /** Pending transfers, instruction ids and the news for the job, in the transaction of the last pass. */
  private async release(tx: Tx, batch: StoredBatch): Promise<Result<string>> {
    const found = await this.batches.seal(tx, batch.id);
    const stored = {
      count: present(batch.lineCount, 'the sealed count'),
      sumFen: present(batch.sumFen, 'the sealed sum'),
      sha256: present(batch.sealSha256, 'the seal'),
    };
    if (!sealHolds(stored, found)) return refuse('rule', 'SEAL_BROKEN');
    const changed = await this.batches.changedAccounts(tx, batch.id);
    if (changed > 0n) return refuse('rule', 'PAYEE_ACCOUNT_CHANGED', { count: changed.toString() });
    const held = await this.refuseHeld(tx, await this.batches.plannedPayables(tx, batch.id));
    if (!held.ok) return held;
    const posted = await this.ledger.postSelected(tx, paymentPostings, [tx.area, batch.id, tx.businessDate]);
    if (!posted.ok) return posted;
    await moveSelected(
      tx,
      {
        table: 'settlement.payment',
        subjectType: 'payment',
        kind: 'PaymentReleased',
        to: 'ready',
        set: `, instruction_id = replace(id::text, '-', ''), released_on = '${tx.businessDate}'`,
      },
      `batch_id = $1 AND state = 'planned'`,
      [batch.id],
    );
    const moved = await this.move(tx, batch, 'release', {
      released_on: tx.businessDate,
      released_at: tx.now,
      message_id: messageIdOf(tx.area, batch.id),
    });
    if (!moved.ok) return moved;
    await announce(tx, sendBatchJob, { area: tx.area, batchId: batch.id });
    return ok(batch.id);
  }

  private async sendBack(tx: Tx, batch: StoredBatch, reason: string): Promise<Result<string>> {
    const moved = await this.move(tx, batch, 'return', {}, reason);
    if (!moved.ok) return moved;
    await this.withdrawLines(tx, batch.id, 'PaymentWithdrawn');
    return ok(batch.id);
  }

  /** The rows stay as they happened; only the payables go back. */
  private async withdrawLines(tx: Tx, batchId: string, kind: string): Promise<void> {
    const table = 'settlement.payment';
    const where = `batch_id = $1 AND state = 'planned'`;
    await this.movePayables(tx, batchId, 'batched', payableTransitions.batched.release, 'PayableReleasedFromBatch');
    await moveSelected(tx, { table, subjectType: 'payment', kind, to: 'withdrawn' }, where, [batchId]);
  }

  /** By their ids, not by a subquery: the planner knows how long a list is, not how many rows a fresh batch has. */
  private async movePayables(tx: Tx, batchId: string, from: string, to: string, kind: string): Promise<void> {
    await moveSelected(
      tx,
      { table: 'settlement.payable', subjectType: 'payable', kind, to },
      `state = $2 AND id = ANY($1::uuid[])`,
      [await this.batches.plannedPayables(tx, batchId), from],
    );
  }

  private async refuseNamed(tx: Tx, payableIds: readonly string[]): Promise<Result<void>> {
    const wrong = await this.batches.notOpen(tx, payableIds);
    const [first] = wrong;
    if (!first) return this.refuseHeld(tx, payableIds);
    return wrong.some(({ state }) => state === null)
      ? notFound('payable')
      : refuse('state', 'PAYABLE_NOT_OPEN', { count: wrong.length.toString(), state: first.state ?? '' });
  }

  private async refuseHeld(tx: Tx, payableIds: readonly string[]): Promise<Result<void>> {
    const held = await this.batches.held(tx, payableIds);
    return held > 0n ? refuse('rule', 'PAYABLE_HELD', { count: held.toString() }) : ok(undefined);
  }

  private async move(
    tx: Tx,
    batch: StoredBatch,
    action: BatchAction,
    set: Readonly<Record<string, string | bigint | Date | null>>,
    reason?: string,
  ): Promise<Result<void>> {
    const to: Result<BatchState> = nextState<BatchState, BatchAction>(batchTransitions, batch.state, action);
    if (!to.ok) return to;
    return moveWith(
      tx,
      {
        table: 'settlement.batch',
        subjectType: SUBJECT,
        subjectId: batch.id,
        from: batch.state,
        to: to.value,
        kind: kinds[action],
        reason: reason ?? null,
      },
      set,
    );
  }
}
