import { ok, refuse, type Result } from '@huiji/kernel';
import type { Tx } from '../database/tx';

/** As many acts as a refusal tells. */
const TOLD = 5;

export interface VersionSeen {
  readonly subjectType: string;
  readonly subjectId: string;
  /** The version that the client read; 0: not there yet. Absent: it does not say, and the last word stands. */
  readonly expected: number | null | undefined;
  /** The version that stands, read under a lock; 0: not there yet. Every change of it records one action. */
  readonly current: number;
}

/** What was done to a subject lately, newest first: kind, who, when. */
export const latestActs = async (
  tx: Tx,
  subject: { readonly subjectType: string; readonly subjectId: string },
  limit: number,
): Promise<string> => {
  const rows = await tx.query<{ kind: string; who: string; at: Date }>(
    `SELECT kind, coalesce(actor_id::text, actor_name) AS who, at FROM platform.action
     WHERE area = $1 AND subject_type = $2 AND subject_id = $3 ORDER BY seq DESC LIMIT $4`,
    [tx.area, subject.subjectType, subject.subjectId, limit],
  );
  return rows.map(({ kind, who, at }) => `${kind} ${who} ${at.toISOString()}`).join('; ');
};

/**
 * Whether somebody may change what they read: refusal STALE_VERSION with the version they read, the one that stands, and
 * the acts since (kind, actor, time). The caller has locked the row.
 */
export const sameVersion = async (tx: Tx, seen: VersionSeen): Promise<Result<void>> => {
  const { expected, current } = seen;
  if (expected === null || expected === undefined || expected === current) return ok(undefined);
  const since = Math.min(TOLD, Math.max(1, current - expected));
  return refuse('conflict', 'STALE_VERSION', {
    yours: expected.toString(),
    current: current.toString(),
    changes: await latestActs(tx, seen, since),
  });
};
