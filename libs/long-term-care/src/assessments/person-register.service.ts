import { Injectable } from '@nestjs/common';
import { birthDateOf, maskIdentityNumber, ok, present, sexOf, type IdentityNumber, type Result } from '@huiji/kernel';
import { FieldCipher, PersonVault, recordActions, sealedFacts, type Tx } from '@huiji/platform';
import type { ApplicationDraft } from './model/person';
import { keepPeople, standingPeople, type NewPerson, type StandingPerson } from './persistence/application.repository';
import { checkEach } from '../rules/many';

/** What the ciphertext of an identity number is bound to. */
export const IDENTITY_PURPOSE = 'long-term-care.person.identity-number';

const SUBJECT = 'care-person';

/** The insured persons of an area (参保人): one person once, their number under a key of their own. */
@Injectable()
export class PersonRegister {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly vault: PersonVault,
  ) {}

  /**
   * The people of a list of drafts, in its order, by id; who is new is entered, who moved gets the new street. Refuses
   * IDENTITY_TWICE within one list and NAME_DIFFERS from the name known for that number.
   */
  async keep(tx: Tx, drafts: readonly ApplicationDraft[]): Promise<Result<readonly string[]>> {
    const people = drafts.map((draft) => this.personOf(tx, draft));
    const keys = people.map((person) => person.identity_number_index);
    const first = new Map(keys.map((key, index) => [key, index] as const).toReversed());
    const twice = checkEach(keys, (key, index) =>
      (first.get(key) ?? index) < index ? [{ field: 'identityNumber', code: 'IDENTITY_TWICE' }] : [],
    );
    if (!twice.ok) return twice;
    const standing = new Map((await standingPeople(tx, keys)).map((person) => [person.key, person]));
    const known = await keepPeople(tx, await this.sealed(tx, people, drafts, standing));
    const named = checkEach(people, (person) =>
      known.get(person.identity_number_index)?.fullName === person.full_name
        ? []
        : [{ field: 'fullName', code: 'NAME_DIFFERS' }],
    );
    if (!named.ok) return named;
    await this.recordMoved(tx, people, standing);
    return ok(keys.map((key) => present(known.get(key), 'a person').id));
  }

  private personOf(tx: Tx, draft: ApplicationDraft): NewPerson {
    const identity = draft.identityNumber as IdentityNumber;
    return {
      id: tx.newId(),
      full_name: draft.fullName.trim(),
      sex: sexOf(identity),
      birth_date: birthDateOf(identity),
      street: draft.street.trim(),
      identity_number_encrypted: '',
      identity_number_masked: maskIdentityNumber(identity),
      identity_number_index: this.cipher.blindIndex(IDENTITY_PURPOSE, tx.area, identity),
    };
  }

  /** With their numbers encrypted; of those who stand already the stored one stays, and theirs is not looked at. */
  private async sealed(
    tx: Tx,
    people: readonly NewPerson[],
    drafts: readonly ApplicationDraft[],
    standing: ReadonlyMap<string, StandingPerson>,
  ): Promise<readonly NewPerson[]> {
    const values = people.flatMap(({ id, identity_number_index: key }, index) =>
      standing.has(key)
        ? []
        : [{ personId: id, purpose: IDENTITY_PURPOSE, plain: drafts[index]?.identityNumber ?? '' }],
    );
    const stored = await this.vault.seal(tx, values);
    const texts = new Map(values.map(({ personId }, index) => [personId, stored[index] ?? '']));
    return people.map((person) => ({ ...person, identity_number_encrypted: texts.get(person.id) ?? '' }));
  }

  /** Before and after of who moved, under the person's key. */
  private async recordMoved(
    tx: Tx,
    people: readonly NewPerson[],
    standing: ReadonlyMap<string, StandingPerson>,
  ): Promise<void> {
    const moved = people.flatMap((person) => {
      const before = standing.get(person.identity_number_index);
      return before && before.street !== person.street
        ? [{ personId: before.id, facts: { before: { street: before.street }, after: { street: person.street } } }]
        : [];
    });
    const payloads = await sealedFacts(tx, this.vault, moved);
    await recordActions(
      tx,
      moved.map(({ personId }, index) => ({
        subjectType: SUBJECT,
        subjectId: personId,
        kind: 'PersonMoved',
        payload: payloads[index] ?? {},
      })),
    );
  }
}
