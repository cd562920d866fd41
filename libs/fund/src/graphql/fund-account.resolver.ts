import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal } from '@huiji/kernel';
import { CurrentCaller, Database, Requests, type Caller } from '@huiji/platform';
import { FundAccountService } from '../fund-account.service';
import { AccountViews } from './account-views';
import { FundAccountConfirmInput, FundAccountEnterInput, FundAccountReturnInput } from './fund.input';
import { FundAccountConfirmResult, FundAccountEnterResult, FundAccountReturnResult } from './fund.result';
import { FundAccountType } from './fund.type';

@Resolver(() => FundAccountType)
export class FundAccountResolver {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly accounts: FundAccountService,
    private readonly views: AccountViews,
  ) {}

  @Query(() => FundAccountType, {
    nullable: true,
    description:
      'The account the fund pays from (基金支出户), or the one that waits to be confirmed; null without any.',
  })
  fundAccount(@CurrentCaller() caller: Caller): Promise<FundAccountType | null> {
    return this.database.read(caller.scope, async (tx) => {
      const account = await this.accounts.standing(tx);
      return account ? this.views.fundAccountOf(tx, account) : null;
    });
  }

  @Mutation(() => FundAccountEnterResult, { description: 'Enters the account of the fund (录入基金账户).' })
  fundAccountEnter(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => FundAccountEnterInput, description: 'The account and its opening (账户与期初).' })
    input: FundAccountEnterInput,
  ): Promise<FundAccountType | Refusal> {
    const entry = { ...input, openingBalanceFen: input.openingBalance };
    return this.requests.perform(caller, 'fundAccountEnter', input, (tx) => this.accounts.enter(tx, entry), this.shown);
  }

  @Mutation(() => FundAccountConfirmResult, {
    description: 'Puts the entered account of the fund into use and books its opening balance (复核基金账户).',
  })
  fundAccountConfirm(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => FundAccountConfirmInput, description: 'Which account (账户).' })
    input: FundAccountConfirmInput,
  ): Promise<FundAccountType | Refusal> {
    const id = input.fundAccountId;
    return this.requests.perform(
      caller,
      'fundAccountConfirm',
      input,
      (tx) => this.accounts.confirm(tx, id),
      this.shown,
    );
  }

  @Mutation(() => FundAccountReturnResult, {
    description: 'Sends the entered account of the fund back (退回基金账户).',
  })
  fundAccountReturn(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => FundAccountReturnInput, description: 'Which account and why (账户与原因).' })
    input: FundAccountReturnInput,
  ): Promise<FundAccountType | Refusal> {
    const { fundAccountId: id, reason } = input;
    const act = this.accounts.return.bind(this.accounts);
    return this.requests.perform(caller, 'fundAccountReturn', input, (tx) => act(tx, id, reason), this.shown);
  }

  private readonly shown: AccountViews['fundAccount'] = (tx, id) => this.views.fundAccount(tx, id);
}
