import { Injectable } from '@nestjs/common';
import { maskAccountNumber, present } from '@huiji/kernel';
import { FieldCipher, PersonVault, type Tx } from '@huiji/platform';
import type { CheckedBankAccount, Payee } from './model/bank-account';
import type { SealedAccount } from './persistence/account-rows';

export const ACCOUNT_PURPOSE = 'bank-account-number';

/** An account number as it is stored, and whose it is. */
export interface StoredNumber extends Pick<Payee, 'payeeId'> {
  readonly encrypted: string;
}

/** Whose key the fund's own account is under. */
export const FUND = '00000000-0000-0000-0000-000000000000';

/**
 * Keeps account numbers: encrypted under the key of whose they are (so that the ring can rotate without touching what
 * was entered), found again by a keyed hash, shown by their last four characters.
 */
@Injectable()
export class AccountVault {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly persons: PersonVault,
  ) {}

  async seal(tx: Tx, { accountNumber, ...account }: CheckedBankAccount, payee?: Payee): Promise<SealedAccount> {
    return {
      ...account,
      encrypted: await this.encrypted(tx, accountNumber, payee),
      masked: maskAccountNumber(accountNumber),
      index: this.cipher.blindIndex(ACCOUNT_PURPOSE, tx.area, accountNumber),
    };
  }

  /** The fund's own number, for a bank message only. */
  async open(tx: Tx, encrypted: string): Promise<string> {
    const [number] = await this.openEach(tx, [{ payeeId: FUND, encrypted }]);
    return present(number, 'the number of the fund');
  }

  /** Numbers of payees in their order, for a bank message only. Throws for a person whose key was destroyed. */
  async openEach(tx: Tx, numbers: readonly StoredNumber[]): Promise<readonly string[]> {
    const stored = numbers.map(({ payeeId, encrypted }) => ({
      ...{ personId: payeeId, purpose: ACCOUNT_PURPOSE },
      stored: encrypted,
    }));
    return (await this.persons.open(tx, stored)).map((number) => present(number, 'the key of a payee'));
  }

  private async encrypted(tx: Tx, plain: string, payee: Payee | undefined): Promise<string> {
    const personId = payee?.payeeId ?? FUND;
    const [sealed] = await this.persons.seal(tx, [{ personId, purpose: ACCOUNT_PURPOSE, plain }]);
    return present(sealed, 'a sealed number');
  }
}
