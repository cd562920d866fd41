import type { PlainDate } from '@huiji/kernel';
import type { ApplicationState } from '../../model/states';

/** An insured person (参保人) as the agency sees them; the identity number is masked. */
export interface Person {
  readonly id: string;
  readonly fullName: string;
  readonly sex: 'male' | 'female';
  readonly birthDate: PlainDate;
  /** Street or town with house. */
  readonly street: string;
  readonly identityNumberMasked: string;
}

/** What the clerk enters for one applicant (申请). */
export interface ApplicationDraft {
  readonly fullName: string;
  /** 18 characters, GB 11643; stored encrypted. */
  readonly identityNumber: string;
  readonly street: string;
  /** Grade 0 to 5 as claimed; opens nothing. */
  readonly claimedGrade: number;
  /** Disability must have lasted six months. */
  readonly disabledSince: PlainDate;
  readonly treatmentRecord: string;
  /** Whether the person is insured for long-term care on the day of application (参保). */
  readonly insured: boolean;
  readonly guardian: { readonly name: string; readonly relation: string } | null;
}

export interface Application {
  readonly id: string;
  readonly personId: string;
  readonly claimedGrade: number;
  readonly disabledSince: PlainDate;
  readonly treatmentRecord: string;
  readonly insured: boolean;
  readonly guardianName: string | null;
  readonly guardianRelation: string | null;
  readonly appliedOn: PlainDate;
  readonly state: ApplicationState;
  readonly version: number;
}
