/** One wrong field or row of an input, in words. */
export interface RefusedField {
  readonly field: string;
  readonly row?: number | null;
  readonly code: string;
  readonly message: string;
  readonly mend: string;
}

/** A typed "no" of the domain, as every mutation's document selects it (fragment RefusalParts). */
export interface Refused {
  readonly refusalCode: string;
  readonly refusalMessage: string;
  readonly refusalMend: string;
  readonly refusalIssues?: readonly RefusedField[];
}

export const isRefused = (outcome: object): outcome is Refused => 'refusalCode' in outcome;
