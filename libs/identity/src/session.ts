import type { AreaCode } from '@huiji/kernel';
import type { Role } from '@huiji/platform';

/** One role of one person for one organisation in one area. */
export interface Membership {
  readonly id: string;
  readonly userId: string;
  readonly area: AreaCode;
  readonly areaNameZh: string;
  readonly areaNameEn: string;
  readonly demonstration: boolean;
  /** The area's business date, which decides law there. */
  readonly businessDate: string;
  readonly organisationId: string;
  readonly organisationNameZh: string;
  readonly organisationNameEn: string;
  readonly role: Role;
}

/** A person as others may see them. */
export interface Person {
  readonly id: string;
  readonly loginName: string;
  readonly displayName: string;
}

/** What an access token says; `sessionId` finds the log-in it came from. */
export interface AccessClaims {
  readonly userId: string;
  readonly area: AreaCode;
  readonly organisationId: string;
  readonly role: Role;
  readonly membershipId: string;
  readonly sessionId: string;
}

/** What a log-in or a refresh hands out. */
export interface OpenSession {
  readonly accessToken: string;
  readonly accessExpiresAt: Date;
  readonly refreshToken: string;
  readonly refreshExpiresAt: Date;
  readonly person: Person;
  readonly membership: Membership;
  readonly memberships: readonly Membership[];
}
