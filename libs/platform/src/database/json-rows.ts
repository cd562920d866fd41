/** Rows as JSON for `jsonb_to_recordset`: whole numbers beyond 2^53 as text, which PostgreSQL reads exactly. */
export const jsonRows = (rows: readonly object[]): string =>
  JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
