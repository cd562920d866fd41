import type { KeyScope } from './key-scopes';

/** A key as people see it: never its secret. */
export interface ApiKey {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationNameZh: string;
  readonly organisationNameEn: string;
  /** The account under which its acts stand in the trail. */
  readonly accountId: string;
  readonly role: 'hospital' | 'supplier';
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly madeByName: string;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}
