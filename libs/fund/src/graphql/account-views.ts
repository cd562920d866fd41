import { Injectable } from '@nestjs/common';
import { UserService } from '@huiji/identity';
import { fen } from '@huiji/kernel';
import type { Connection, Tx } from '@huiji/platform';
import { FundAccountService } from '../fund-account.service';
import { payeeKey, type BankAccount, type FundAccount, type PayeeAccount } from '../model/bank-account';
import { PayeeAccountService } from '../payee-account.service';
import { PayeeDirectories } from '../payee-directories.service';
import type { AccountPersonType, BankAccountInterface, FundAccountType, PayeeAccountType } from './fund.type';

type Names = ReadonlyMap<string, string>;

const peopleOf = (accounts: readonly BankAccount[]): readonly string[] =>
  accounts.flatMap(({ enteredBy, decidedBy }) => (decidedBy === null ? [enteredBy] : [enteredBy, decidedBy]));

const accountView = (account: BankAccount, people: Names): BankAccountInterface => {
  const person = (id: string): AccountPersonType => ({ id, displayName: people.get(id) ?? '' });
  return {
    id: account.id,
    state: account.state,
    holderName: account.holderName,
    bankName: account.bankName,
    cnaps: account.cnaps,
    cnapsCheckFits: account.cnapsCheckFits,
    accountNumberMasked: account.accountNumberMasked,
    enteredBy: person(account.enteredBy),
    enteredOn: account.enteredOn,
    decidedBy: account.decidedBy === null ? null : person(account.decidedBy),
    decidedOn: account.decidedOn,
    returnReason: account.returnReason,
  };
};

const payeeAccountView = (account: PayeeAccount, people: Names, payees: Names): PayeeAccountType => ({
  ...accountView(account, people),
  payee: { type: account.payeeType, id: account.payeeId, name: payees.get(payeeKey(account)) ?? '' },
  revision: account.revision,
  sharedWith: account.sharedWith,
});

/** Accounts as the schema shows them, with the names of payees and people read once per page. */
@Injectable()
export class AccountViews {
  constructor(
    private readonly payeeAccounts: PayeeAccountService,
    private readonly fundAccounts: FundAccountService,
    private readonly directories: PayeeDirectories,
    private readonly users: UserService,
  ) {}

  async payeeAccount(tx: Tx, id: string): Promise<PayeeAccountType | undefined> {
    const account = await this.payeeAccounts.find(tx, id);
    return account && (await this.payeeAccountsOf(tx, [account]))[0];
  }

  async payeeAccountPage(tx: Tx, page: Connection<PayeeAccount>): Promise<Connection<PayeeAccountType>> {
    const views = await this.payeeAccountsOf(
      tx,
      page.edges.map(({ node }) => node),
    );
    const edges = page.edges.flatMap(({ cursor }, index) => {
      const node = views[index];
      return node ? [{ cursor, node }] : [];
    });
    return { pageInfo: page.pageInfo, edges };
  }

  async fundAccount(tx: Tx, id: string): Promise<FundAccountType | undefined> {
    const account = await this.fundAccounts.find(tx, id);
    return account && this.fundAccountOf(tx, account);
  }

  async fundAccountOf(tx: Tx, account: FundAccount): Promise<FundAccountType> {
    const people = await this.users.names(tx, peopleOf([account]));
    return {
      ...accountView(account, people),
      openingBalance: fen(account.openingBalanceFen),
      openingDate: account.openingDate,
    };
  }

  private async payeeAccountsOf(tx: Tx, accounts: readonly PayeeAccount[]): Promise<readonly PayeeAccountType[]> {
    const payees = await this.directories.names(tx, accounts);
    const people = await this.users.names(tx, peopleOf(accounts));
    return accounts.map((account) => payeeAccountView(account, people, payees));
  }
}
