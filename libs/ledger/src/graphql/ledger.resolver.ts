import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { PlainDate } from '@huiji/kernel';
import {
  CurrentCaller,
  Database,
  PageArgs,
  PlainDateScalar,
  UuidScalar,
  type Caller,
  type Connection,
} from '@huiji/platform';
import { LedgerService } from '../ledger.service';
import type { AccountCode } from '../model/account';
import { LedgerAccountCodeEnum } from './ledger.enums';
import {
  LedgerAccountConnection,
  LedgerAccountType,
  LedgerEntryConnection,
  TrialBalanceType,
  type LedgerEntryType,
} from './ledger.type';
import { accountView, entryView, trialBalanceView, viewPage } from './ledger.view';

/** Who reads the books: everybody of the agency, and the auditor. */
@Resolver(() => LedgerAccountType)
export class LedgerResolver {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerService,
  ) {}

  @Query(() => TrialBalanceType, {
    description: 'Trial balance (试算平衡表) at the end of a business day; of the area’s business date when left out.',
  })
  trialBalance(
    @CurrentCaller() caller: Caller,
    @Args('at', { type: () => PlainDateScalar, nullable: true, description: 'The business day (日期).' })
    at?: PlainDate | null,
  ): Promise<TrialBalanceType> {
    return this.database.read(caller.scope, async (tx) =>
      trialBalanceView(await this.ledger.trialBalance(tx, at ?? tx.businessDate)),
    );
  }

  @Query(() => LedgerAccountConnection, { description: 'Accounts of one code (科目下的账户).' })
  ledgerAccounts(
    @CurrentCaller() caller: Caller,
    @Args('code', { type: () => LedgerAccountCodeEnum, description: 'Code in the chart of accounts (科目).' })
    code: AccountCode,
    @Args() page: PageArgs,
  ): Promise<Connection<LedgerAccountType>> {
    return this.database.read(caller.scope, async (tx) =>
      viewPage(await this.ledger.accountsOf(tx, code, page), accountView),
    );
  }

  @Query(() => LedgerAccountType, { nullable: true, description: 'One account (账户); null when absent.' })
  ledgerAccount(
    @CurrentCaller() caller: Caller,
    @Args('id', { type: () => UuidScalar, description: 'Id of the account (账户编号).' }) id: string,
  ): Promise<LedgerAccountType | null> {
    return this.database.read(caller.scope, async (tx) => {
      const account = await this.ledger.accountById(tx, id);
      return account ? accountView(account) : null;
    });
  }

  @ResolveField(() => LedgerEntryConnection, { description: 'Its entries, newest first (明细账).' })
  entries(
    @CurrentCaller() caller: Caller,
    @Parent() account: LedgerAccountType,
    @Args() page: PageArgs,
  ): Promise<Connection<LedgerEntryType>> {
    return this.database.read(caller.scope, async (tx) =>
      viewPage(await this.ledger.entriesOf(tx, account.id, page), entryView),
    );
  }
}
