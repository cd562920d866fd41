/** A refresh token as stored, with the log-in it belongs to. */
export interface StoredRefresh {
  readonly usedAt: Date | null;
  readonly sessionExpiresAt: Date;
  readonly sessionEndedAt: Date | null;
}
