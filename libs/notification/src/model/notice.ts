import type { NoticeKind } from './kinds';

/** Facts of a notice by name, printable; never a personal number, a token or a secret. */
export type NoticeFacts = Readonly<Record<string, string>>;

/** Who is told: people by id, whoever holds a role in the area, whoever acts for an organisation (in a role). */
export interface NoticeAudience {
  readonly people?: readonly string[];
  readonly roles?: readonly string[];
  readonly organisationId?: string;
  /** Not these, whatever else they are. */
  readonly except?: readonly string[];
}

/** Something to tell. The same key is told to the same person once, however often it is announced. */
export interface NoticeDraft {
  readonly kind: NoticeKind;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly facts: NoticeFacts;
  /** What makes it this one and no other, within its kind; 1…200 characters. */
  readonly dedupe: string;
  readonly to: NoticeAudience;
}

/** A notice as its recipient reads it. */
export interface Notice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly facts: NoticeFacts;
  readonly madeOn: string;
  readonly madeAt: Date;
  readonly readAt: Date | null;
}
