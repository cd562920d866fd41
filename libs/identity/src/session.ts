import type { AreaCode } from '@huiji/kernel';
import type { Role } from '@huiji/platform';

/** One role for one organisation in one area: of one's own, or delegated by a colleague. */
export interface Membership {
  /** The membership itself; a delegated one has the id of the delegator's. */
  readonly id: string;
  /** Whose membership it is. */
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
  /** The delegation (授权委托) by which it is used; null for one's own. */
  readonly delegationId: string | null;
  /** Name of the person on whose behalf; null for one's own. */
  readonly onBehalfOf: string | null;
}

/** The id by which a person chooses a membership: the delegation's where it is delegated. */
export const choiceOf = ({ id, delegationId }: Pick<Membership, 'id' | 'delegationId'>): string => delegationId ?? id;

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
  /** Of a delegated membership: the delegation, and the person on whose behalf. */
  readonly delegation?: { readonly id: string; readonly of: string };
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
  /** Makes this browser a known device (已知设备); null when it is one already, and after a refresh. */
  readonly deviceToken: string | null;
  /** Right after the enrolment of a second factor: ten codes, shown this once. */
  readonly recoveryCodes: readonly string[] | null;
}

/** Where a log-in came from, for its owner to recognise. */
export interface ClientFacts {
  readonly address: string;
  /** What the client says of itself: "Firefox on Windows". */
  readonly deviceWords?: string | null | undefined;
  readonly deviceToken?: string | null | undefined;
}

/** A log-in half way: the second factor is still to come. */
export interface SecondFactorWanted {
  readonly ticket: string;
  /** 'code': a code of the phone or a recovery code; 'enrolment': the person has none yet and must enrol now. */
  readonly next: 'code' | 'enrolment';
  readonly expiresAt: Date;
}

export type LogInOutcome = OpenSession | SecondFactorWanted;

export const isWanted = (outcome: LogInOutcome): outcome is SecondFactorWanted => 'ticket' in outcome;
