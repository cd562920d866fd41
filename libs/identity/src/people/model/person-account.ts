/** A membership as an administrator sees it. */
export interface HeldRole {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationNameZh: string;
  readonly organisationNameEn: string;
  readonly role: string;
  readonly endedAt: Date | null;
}

/** A person who may log in, as an administrator of an area sees them: roles of that area only. */
export interface PersonAccount {
  readonly id: string;
  readonly loginName: string;
  readonly displayName: string;
  readonly disabled: boolean;
  /** Invited, and no password set yet. */
  readonly invited: boolean;
  readonly secondFactor: boolean;
  readonly resetAskedAt: Date | null;
  readonly roles: readonly HeldRole[];
}

/** What waits for a second administrator, or was decided by one. */
export interface Proposal {
  readonly id: string;
  readonly kind: 'membership' | 'second-factor-reset';
  readonly state: 'proposed' | 'confirmed' | 'refused';
  readonly userId: string;
  readonly personName: string;
  readonly organisationId: string | null;
  readonly organisationNameZh: string | null;
  readonly organisationNameEn: string | null;
  readonly role: string | null;
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly proposedAt: Date;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
}

/** A membership in the hands of a colleague for some days. */
export interface Delegation {
  readonly id: string;
  readonly fromUserId: string;
  readonly fromName: string;
  readonly toUserId: string;
  readonly toName: string;
  readonly role: string;
  readonly organisationNameZh: string;
  readonly organisationNameEn: string;
  readonly fromDate: string;
  readonly untilDate: string;
  readonly reason: string;
  readonly madeAt: Date;
  readonly revokedAt: Date | null;
}

/** Somebody of one's own organisation who may take over. */
export interface Colleague {
  readonly membershipId: string;
  readonly displayName: string;
  readonly role: string;
}
