/** Hours for which a link of an invitation or a reset works. */
export const LINK_HOURS = 72;

export interface StoredLink {
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly endedAt: Date | null;
}

/** Whether a link still works: not used, not taken back, not too old. */
export const linkStands = ({ expiresAt, usedAt, endedAt }: StoredLink, now: Date): boolean =>
  usedAt === null && endedAt === null && expiresAt > now;
