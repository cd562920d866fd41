import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Refusal } from '@huiji/kernel';
import {
  CurrentCaller,
  Database,
  PageArgs,
  Requests,
  UuidScalar,
  type Caller,
  type Connection,
  type Tx,
} from '@huiji/platform';

import { BatchService } from '../batch.service';
import { SettlementReader } from '../settlement-reader.service';
import { BatchConnection, BatchType, PaymentStateSumType } from './batch.type';
import { PaymentConnection, type PaymentType } from './payment.type';
import {
  BatchCreateInput,
  BatchDiscardInput,
  BatchLockInput,
  BatchReviewInput,
  BatchWithdrawInput,
} from './settlement.input';
import {
  BatchCreateResult,
  BatchDiscardResult,
  BatchLockResult,
  BatchReviewResult,
  BatchWithdrawResult,
} from './settlement.result';
import { oneOf, SettlementViews } from './settlement-views';

const BATCH = 'Which batch (批次).';

@Resolver(() => BatchType)
export class BatchResolver {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly service: BatchService,
    private readonly reader: SettlementReader,
    private readonly views: SettlementViews,
  ) {}

  @Query(() => BatchConnection, { description: 'Payment batches, newest first (付款批次列表).' })
  batches(@CurrentCaller() caller: Caller, @Args() page: PageArgs): Promise<Connection<BatchType>> {
    return this.database.read(caller.scope, async (tx) =>
      this.views.batchPage(tx, await this.reader.batches(tx, page)),
    );
  }

  @Query(() => BatchType, { nullable: true, description: 'One payment batch (付款批次); null when absent.' })
  batch(
    @CurrentCaller() caller: Caller,
    @Args('id', { type: () => UuidScalar, description: 'Id of the batch (批次编号).' }) id: string,
  ): Promise<BatchType | null> {
    return this.database.read(caller.scope, async (tx) => (await this.shown(tx, id)) ?? null);
  }

  @ResolveField(() => PaymentConnection, { description: 'Its lines in order (明细).' })
  lines(
    @CurrentCaller() caller: Caller,
    @Parent() batch: BatchType,
    @Args() page: PageArgs,
  ): Promise<Connection<PaymentType>> {
    return this.database.read(caller.scope, async (tx) =>
      this.views.paymentPage(tx, await this.reader.payments(tx, caller, { ...page, batchId: batch.id })),
    );
  }

  @ResolveField(() => [PaymentStateSumType], { description: 'How its lines stand, now (分状态合计).' })
  stateSums(@CurrentCaller() caller: Caller, @Parent() batch: BatchType): Promise<PaymentStateSumType[]> {
    return this.database.read(caller.scope, async (tx) =>
      (await this.reader.stateSums(tx, batch.id)).map(({ sumFen, ...rest }) => ({ ...rest, sum: sumFen })),
    );
  }

  @Mutation(() => BatchCreateResult, { description: 'Makes a draft of open payables (制单).' })
  batchCreate(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => BatchCreateInput, description: 'Which payables (应付款范围).' })
    input: BatchCreateInput,
  ): Promise<BatchType | Refusal> {
    const act = (tx: Tx) => this.service.create(tx, input);
    return this.requests.perform(caller, 'batchCreate', input, act, this.shown);
  }

  @Mutation(() => BatchLockResult, { description: 'Seals a draft and opens its approval (锁定送审).' })
  batchLock(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => BatchLockInput, description: BATCH }) input: BatchLockInput,
  ): Promise<BatchType | Refusal> {
    const act = (tx: Tx) => this.service.lock(tx, input);
    return this.requests.perform(caller, 'batchLock', input, act, this.shown);
  }

  @Mutation(() => BatchDiscardResult, { description: 'Gives up a draft; its payables are open again (作废草稿).' })
  batchDiscard(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => BatchDiscardInput, description: BATCH }) input: BatchDiscardInput,
  ): Promise<BatchType | Refusal> {
    const act = (tx: Tx) => this.service.discard(tx, input);
    return this.requests.perform(caller, 'batchDiscard', input, act, this.shown);
  }

  @Mutation(() => BatchWithdrawResult, {
    description: 'Takes a locked batch back before anybody decided; it is a draft again (撤回送审).',
  })
  batchWithdraw(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => BatchWithdrawInput, description: BATCH }) input: BatchWithdrawInput,
  ): Promise<BatchType | Refusal> {
    const act = (tx: Tx) => this.service.withdraw(tx, input);
    return this.requests.perform(caller, 'batchWithdraw', input, act, this.shown);
  }

  @Mutation(() => BatchReviewResult, {
    description: 'One decision of the person who is logged in; the last pass releases the batch (审核).',
  })
  batchReview(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => BatchReviewInput, description: 'The decision (审核意见).' }) input: BatchReviewInput,
  ): Promise<BatchType | Refusal> {
    const act = (tx: Tx) => this.service.review(tx, caller, input);
    return this.requests.perform(caller, 'batchReview', input, act, this.shown);
  }

  private readonly shown = async (tx: Tx, id: string): Promise<BatchType | undefined> =>
    (await oneOf(await this.reader.batch(tx, id), (rows) => this.views.batches(tx, rows))) ?? undefined;
}
