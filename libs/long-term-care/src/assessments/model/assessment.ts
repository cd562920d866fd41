import type { PlainDate } from '@huiji/kernel';
import type { Answers, Grading } from './instrument';
import type { AssessmentState, SheetState } from '../../model/states';

/** An assessment of one application (评估). */
export interface Assessment {
  readonly id: string;
  readonly applicationId: string;
  readonly personId: string;
  readonly instrumentKey: string;
  readonly instrumentVersion: string;
  readonly visitOn: PlainDate;
  readonly visitPlace: string;
  readonly state: AssessmentState;
  readonly version: number;
  /** Computed from the answers; null before the joint conclusion. */
  readonly assessedGrade: number | null;
  readonly concludedOn: PlainDate | null;
  /** Only this opens money; null before confirmation. */
  readonly confirmedGrade: number | null;
  readonly confirmedOn: PlainDate | null;
}

/** One of the two who visit. */
export interface Seat {
  readonly assessmentId: string;
  readonly assessorId: string;
  readonly userId: string;
  readonly fullName: string;
  readonly expert: boolean;
  readonly seat: number;
}

/** The answers of one assessor (评估表). */
export interface AnswerSheet {
  readonly id: string;
  readonly assessmentId: string;
  readonly assessorId: string;
  readonly state: SheetState;
  readonly version: number;
  readonly answers: Answers;
  /** Null while it is a draft. */
  readonly grading: Grading | null;
  readonly guardianPresent: boolean | null;
  readonly submittedAt: Date | null;
}

/** What an assessor puts to the joint conclusion. */
export interface ConclusionVote {
  readonly assessmentId: string;
  readonly assessorId: string;
  readonly jointAnswers: Answers | null;
  readonly grade: number;
}

/** The joint conclusion (共同结论). */
export interface Conclusion {
  readonly assessmentId: string;
  readonly basis: 'sheets-agree' | 'joint-answers';
  readonly grade: number;
  readonly grading: Grading;
  readonly concludedOn: PlainDate;
}

/** What is shown in public of one result (公示). `endsOn` is the last day. */
export interface Publicity {
  readonly assessmentId: string;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly maskedName: string;
  readonly sex: 'male' | 'female';
  readonly birthYear: number;
  readonly street: string;
  readonly grade: number;
}

/** An assessor as the agency enters one into the roster. */
export interface AssessorDraft {
  readonly userId: string;
  readonly organisationId: string;
  readonly fullName: string;
  readonly expert: boolean;
  readonly certificateNumber: string;
  readonly certificateExpiresOn: PlainDate;
}

export interface Assessor extends AssessorDraft {
  readonly id: string;
}

/** An assessor who reads: sees own tasks only. */
export type Viewer = Pick<Assessor, 'id'>;

/** Who visits whom, where and when. */
export interface VisitDraft {
  readonly applicationId: string;
  readonly assessorIds: readonly string[];
  readonly visitOn: PlainDate;
  readonly visitPlace: string;
}
