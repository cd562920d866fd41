/**
 * A column that holds a personal number encrypted: declared once by the library that owns the table, so that rotation,
 * unmasking, export and the check of keys at start reach it.
 */
export interface PersonalColumn {
  /** Stable name, kebab-case: 'care-person-identity-number'. */
  readonly code: string;
  /** schema.table with (area, <idColumn>). */
  readonly table: string;
  readonly idColumn: string;
  readonly encryptedColumn: string;
  /** Shown by default; null where nothing of it is shown. */
  readonly maskedColumn: string | null;
  /** Whose it is, in words that are no number. */
  readonly labelColumn: string | null;
  /** Purpose that the ciphertext is bound to; `:id` is appended where it is bound to its row. */
  readonly purpose: string;
  readonly boundToId?: boolean;
  /** SQL over the table (as t) of the id of the person under whose key it is; null: under the ring itself. */
  readonly personSql: string | null;
}

/** The keys of persons are themselves encrypted by the ring. */
export const platformPersonalColumns: readonly PersonalColumn[] = [
  {
    code: 'person-key',
    table: 'platform.person_key',
    idColumn: 'person_id',
    encryptedColumn: 'wrapped_key',
    maskedColumn: null,
    labelColumn: null,
    purpose: 'platform.person-key',
    boundToId: true,
    personSql: null,
  },
];
