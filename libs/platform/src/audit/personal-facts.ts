import { canonicalJson } from '@huiji/kernel';
import type { PersonVault } from '../crypto/person-vault';
import type { Tx } from '../database/tx';

/** Facts about a person that belong to what happened: the street before and after. */
export interface PersonalFacts {
  readonly personId: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What the ciphertext of personal facts is bound to. */
export const FACTS_PURPOSE = 'platform.action.personal';

/**
 * Payloads of actions that hold personal facts as ciphertext under each person's key: the trail can be sealed and
 * verified over it, and forgetting the person makes it unreadable without touching a row.
 */
export const sealedFacts = async (
  tx: Tx,
  vault: PersonVault,
  all: readonly PersonalFacts[],
): Promise<readonly { readonly personal: { readonly person: string; readonly sealed: string } }[]> => {
  const values = all.map(({ personId, facts }) => ({
    ...{ personId, purpose: FACTS_PURPOSE },
    plain: canonicalJson(facts),
  }));
  const sealed = await vault.seal(tx, values);
  return all.map(({ personId }, index) => ({ personal: { person: personId, sealed: sealed[index] ?? '' } }));
};
