import { assert } from '@huiji/kernel';
import { accountNatures, type AccountRef } from '../model/account';
import type { Posting } from '../model/transfer';

const sameAccount = (a: AccountRef, b: AccountRef): boolean => a.code === b.code && a.ownerId === b.ownerId;

const namesItsOwner = ({ code, ownerId }: AccountRef): boolean =>
  accountNatures[code].perOwner === (ownerId !== undefined);

/** Stops on a posting that no programme may make: the callers are ours, so this is a bug and not a refusal. */
export const assertPosting = (posting: Posting): void => {
  assert(posting.amountFen > 0n, 'an amount posted is above zero; a correction is a transfer the other way');
  assert(!sameAccount(posting.debit, posting.credit), 'a transfer has two different accounts');
  assert(namesItsOwner(posting.debit) && namesItsOwner(posting.credit), 'accounts per owner have one, others none');
  assert(/^[A-Z][A-Z_]{2,39}$/.test(posting.code), 'the code of a transfer is SCREAMING_SNAKE');
  assert(/^[a-z][a-z-]{1,39}$/.test(posting.reference.type), 'the type of a reference is a kebab-case noun');
};
