import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal } from '@huiji/kernel';
import { CurrentCaller, Database, Requests, type Caller, type Connection } from '@huiji/platform';
import { PayeeAccountService } from '../payee-account.service';
import { AccountViews } from './account-views';
import {
  PayeeAccountArgs,
  PayeeAccountConfirmInput,
  PayeeAccountEnterInput,
  PayeeAccountReturnInput,
} from './fund.input';
import { PayeeAccountConfirmResult, PayeeAccountEnterResult, PayeeAccountReturnResult } from './fund.result';
import { PayeeAccountConnection, PayeeAccountType } from './fund.type';

@Resolver(() => PayeeAccountType)
export class PayeeAccountResolver {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly accounts: PayeeAccountService,
    private readonly views: AccountViews,
  ) {}

  @Query(() => PayeeAccountConnection, {
    description: 'Accounts of payees, newest first (收款账户); a hospital or supplier sees its own.',
  })
  payeeAccounts(
    @CurrentCaller() caller: Caller,
    @Args() args: PayeeAccountArgs,
  ): Promise<Connection<PayeeAccountType>> {
    return this.database.read(caller.scope, async (tx) =>
      this.views.payeeAccountPage(tx, await this.accounts.pageFor(tx, caller, args)),
    );
  }

  @Mutation(() => PayeeAccountEnterResult, { description: 'Enters the account of a payee (录入收款账户).' })
  payeeAccountEnter(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => PayeeAccountEnterInput, description: 'The account (账户).' })
    input: PayeeAccountEnterInput,
  ): Promise<PayeeAccountType | Refusal> {
    const act = this.accounts.enter.bind(this.accounts);
    return this.requests.perform(caller, 'payeeAccountEnter', input, (tx) => act(tx, input, input), this.shown);
  }

  @Mutation(() => PayeeAccountConfirmResult, { description: 'Puts an entered account into use (复核收款账户).' })
  payeeAccountConfirm(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => PayeeAccountConfirmInput, description: 'Which account (账户).' })
    input: PayeeAccountConfirmInput,
  ): Promise<PayeeAccountType | Refusal> {
    const id = input.payeeAccountId;
    return this.requests.perform(
      caller,
      'payeeAccountConfirm',
      input,
      (tx) => this.accounts.confirm(tx, id),
      this.shown,
    );
  }

  @Mutation(() => PayeeAccountReturnResult, { description: 'Sends an entered account back (退回收款账户).' })
  payeeAccountReturn(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => PayeeAccountReturnInput, description: 'Which account and why (账户与原因).' })
    input: PayeeAccountReturnInput,
  ): Promise<PayeeAccountType | Refusal> {
    const { payeeAccountId: id, reason } = input;
    const act = this.accounts.return.bind(this.accounts);
    return this.requests.perform(caller, 'payeeAccountReturn', input, (tx) => act(tx, id, reason), this.shown);
  }

  private readonly shown: AccountViews['payeeAccount'] = (tx, id) => this.views.payeeAccount(tx, id);
}
