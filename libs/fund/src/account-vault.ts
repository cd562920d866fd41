import { Injectable } from '@nestjs/common';
import { maskAccountNumber, type AreaCode } from '@huiji/kernel';
import { FieldCipher } from '@huiji/platform';
import type { CheckedBankAccount } from './model/bank-account';
import type { SealedAccount } from './persistence/account-rows';

const PURPOSE = 'bank-account-number';

/** Keeps account numbers: encrypted, found again by a keyed hash, shown by their last four characters. */
@Injectable()
export class AccountVault {
  constructor(private readonly cipher: FieldCipher) {}

  seal(area: AreaCode, { accountNumber, ...account }: CheckedBankAccount): SealedAccount {
    return {
      ...account,
      encrypted: this.cipher.encrypt(PURPOSE, area, accountNumber),
      masked: maskAccountNumber(accountNumber),
      index: this.cipher.blindIndex(PURPOSE, area, accountNumber),
    };
  }

  /** For a bank message only. */
  open(area: AreaCode, encrypted: string): string {
    return this.cipher.decrypt(PURPOSE, area, encrypted);
  }
}
