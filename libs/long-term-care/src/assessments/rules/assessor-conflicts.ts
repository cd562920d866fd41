import { ok, refuse, type FieldIssue, type PlainDate, type Result } from '@huiji/kernel';

/** An assessor as the roster knows them (评估员、评估专家). */
export interface RosterEntry {
  readonly id: string;
  readonly userId: string;
  readonly organisationId: string;
  readonly expert: boolean;
  readonly certificateExpiresOn: PlainDate;
}

/** Why an assessor may not assess a person: kin, carer, staff of the person's care provider, or assessed them before. */
export const conflictReasons = ['kin', 'carer', 'care-provider', 'assessed-before'] as const;
export type ConflictReason = (typeof conflictReasons)[number];

export interface DeclaredConflict {
  readonly assessorId: string;
  readonly reason: ConflictReason;
}

/**
 * Two different people, at least one expert, certificates valid on the day of the visit, nobody in conflict with the person
 * (医保办发〔2021〕37号). Refuses ASSESSORS_NOT_FIT with an issue per fault: TWO_ASSESSORS_NEEDED, SAME_ASSESSOR, NO_EXPERT,
 * CERTIFICATE_EXPIRED, ASSESSOR_IN_CONFLICT.
 */
export const checkAssessors = (
  assessors: readonly RosterEntry[],
  visitOn: PlainDate,
  conflicts: readonly DeclaredConflict[],
): Result<void> => {
  const issues = [
    ...teamIssues(assessors),
    ...assessors.flatMap((one, index) => ownIssues(one, index, visitOn, conflicts)),
  ];
  return issues.length === 0 ? ok(undefined) : refuse('input', 'ASSESSORS_NOT_FIT', {}, issues);
};

const teamIssues = (assessors: readonly RosterEntry[]): readonly FieldIssue[] => {
  if (assessors.length !== 2)
    return [{ field: 'assessorIds', code: 'TWO_ASSESSORS_NEEDED', facts: { count: `${assessors.length}` } }];
  const issues: FieldIssue[] = [];
  if (new Set(assessors.map(({ userId }) => userId)).size < 2)
    issues.push({ field: 'assessorIds', code: 'SAME_ASSESSOR' });
  if (!assessors.some(({ expert }) => expert)) issues.push({ field: 'assessorIds', code: 'NO_EXPERT' });
  return issues;
};

const ownIssues = (
  assessor: RosterEntry,
  index: number,
  visitOn: PlainDate,
  conflicts: readonly DeclaredConflict[],
): readonly FieldIssue[] => {
  const field = `assessorIds.${index}`;
  const issues: FieldIssue[] = [];
  if (assessor.certificateExpiresOn < visitOn)
    issues.push({ field, code: 'CERTIFICATE_EXPIRED', facts: { expiredOn: assessor.certificateExpiresOn } });
  const conflict = conflicts.find(({ assessorId }) => assessorId === assessor.id);
  if (conflict) issues.push({ field, code: 'ASSESSOR_IN_CONFLICT', facts: { reason: conflict.reason } });
  return issues;
};
