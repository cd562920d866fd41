/** A promise about stored data as SQL: it returns the rows that break it, none when it holds. Run per area. */
export interface Invariant {
  readonly id: string;
  /** What is promised, in words for an operator. */
  readonly words: string;
  /** SELECT of offending rows; $1 is the area. Reads only the tables of its own library and platform.action. */
  readonly sql: string;
}

/** The state column is what the actions say: the last action that moved the subject ends in it. */
export const foldInvariant = (table: string, subjectType: string): Invariant => ({
  id: `${table.replace('.', '-').replaceAll('_', '-')}-state-is-its-actions`,
  words: `the state of every ${subjectType} is the one its last action led to`,
  sql: `SELECT t.id, t.state, last.to_state
        FROM ${table} t
        LEFT JOIN LATERAL (
          SELECT a.to_state FROM platform.action a
          WHERE a.area = t.area AND a.subject_type = '${subjectType}' AND a.subject_id = t.id AND a.to_state IS NOT NULL
          ORDER BY a.seq DESC LIMIT 1) last ON true
        WHERE t.area = $1 AND t.state IS DISTINCT FROM last.to_state`,
});
