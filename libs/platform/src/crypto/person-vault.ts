import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/tx';
import { FieldCipher } from './field-cipher';

/** Key id of what is encrypted with the key of one person. */
export const PERSON_KEY = 'person';

/** What a person's key is bound to: this person, so that no key is taken for another's. */
export const personKeyPurpose = (personId: string): string => `platform.person-key:${personId}`;

/** A personal value to be stored. */
export interface PlainValue {
  readonly personId: string;
  /** What the field is: 'long-term-care.person.identity-number'. */
  readonly purpose: string;
  readonly plain: string;
}

/** A personal value as it is stored. */
export interface StoredValue {
  readonly personId: string;
  readonly purpose: string;
  readonly stored: string;
}

interface KeyRow {
  readonly person_id: string;
  readonly wrapped_key: string | null;
}

/**
 * Personal values under a key of their person (一人一密). The person's key is kept encrypted by the ring; whoever is to be
 * forgotten loses the key, and everything encrypted with it, here, in the trail and in every backup that is younger than
 * the ring's copies, is unreadable from then on.
 */
@Injectable()
export class PersonVault {
  constructor(private readonly cipher: FieldCipher) {}

  /** Encrypts values, any number; persons without a key get one. Throws for a person whose key was destroyed. */
  async seal(tx: Tx, values: readonly PlainValue[]): Promise<readonly string[]> {
    const ids = [...new Set(values.map(({ personId }) => personId))];
    await this.giveKeys(tx, ids);
    const keys = await this.keys(tx, ids);
    return values.map(({ personId, purpose, plain }) => {
      const key = keys.get(personId);
      if (!key) throw new Error(`the key of person ${personId} was destroyed`);
      return this.cipher.sealWith(PERSON_KEY, key, purpose, tx.area, plain);
    });
  }

  /** Opens values, any number, also those that the ring encrypts itself; undefined where the key was destroyed. */
  async open(tx: Tx, values: readonly StoredValue[]): Promise<readonly (string | undefined)[]> {
    const own = values.filter(({ stored }) => this.cipher.keyIdOf(stored) === PERSON_KEY);
    const keys = await this.keys(tx, [...new Set(own.map(({ personId }) => personId))]);
    return values.map(({ personId, purpose, stored }) => {
      if (this.cipher.keyIdOf(stored) !== PERSON_KEY) return this.cipher.decrypt(purpose, tx.area, stored);
      const key = keys.get(personId);
      return key && this.cipher.openWith(key, purpose, tx.area, stored);
    });
  }

  /** Destroys the keys of persons; answers how many there were. `rule` is the code of the rule that asks for it. */
  async destroy(tx: Tx, personIds: readonly string[], rule: string): Promise<number> {
    const gone = await tx.query(
      `UPDATE platform.person_key SET wrapped_key = NULL, destroyed_at = $3, destroyed_by_rule = $4
       WHERE area = $1 AND person_id = ANY($2::uuid[]) AND wrapped_key IS NOT NULL RETURNING person_id`,
      [tx.area, personIds, tx.now, rule],
    );
    return gone.length;
  }

  private async keys(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    if (personIds.length === 0) return new Map();
    const rows = await tx.query<KeyRow>(
      `SELECT person_id, wrapped_key FROM platform.person_key WHERE area = $1 AND person_id = ANY($2::uuid[])`,
      [tx.area, personIds],
    );
    return new Map(
      rows.flatMap(({ person_id: id, wrapped_key: wrapped }) =>
        wrapped === null
          ? []
          : [[id, Buffer.from(this.cipher.decrypt(personKeyPurpose(id), tx.area, wrapped), 'base64')] as const],
      ),
    );
  }

  private async giveKeys(tx: Tx, personIds: readonly string[]): Promise<void> {
    if (personIds.length === 0) return;
    const known = await tx.query<KeyRow>(
      `SELECT person_id, wrapped_key FROM platform.person_key WHERE area = $1 AND person_id = ANY($2::uuid[])`,
      [tx.area, personIds],
    );
    const have = new Set(known.map((row) => row.person_id));
    const rows = personIds
      .filter((id) => !have.has(id))
      .map((id) => {
        const key = randomBytes(32).toString('base64');
        return { person_id: id, wrapped_key: this.cipher.encrypt(personKeyPurpose(id), tx.area, key) };
      });
    if (rows.length === 0) return;
    await tx.query(
      `INSERT INTO platform.person_key (area, person_id, wrapped_key, made_at)
       SELECT $1, r.person_id, r.wrapped_key, $3
       FROM jsonb_to_recordset($2::jsonb) AS r(person_id uuid, wrapped_key text) ON CONFLICT DO NOTHING`,
      [tx.area, JSON.stringify(rows), tx.now],
    );
  }
}
