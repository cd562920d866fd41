import { badInput, ok, type FieldIssue, type Result } from '@huiji/kernel';
import type { Answers, Grading } from '../model/instrument';

/** What one assessor's word to a joint conclusion amounts to. */
export interface Ballot {
  readonly basis: 'sheets-agree' | 'joint-answers';
  readonly grading: Grading;
}

/**
 * The result an assessor puts: the common grade of two sheets that agree, or the grade of the joint answers where they differ.
 * Refuses BAD_INPUT: JOINT_ANSWERS_NEEDED, JOINT_ANSWERS_NOT_NEEDED, or the faults of the joint answers.
 */
export const ballot = (
  sheets: readonly Grading[],
  jointAnswers: Answers | null,
  grade: (answers: Answers) => Result<Grading>,
): Result<Ballot> => {
  const [first, second] = sheets;
  if (first && second && first.grade === second.grade) {
    return jointAnswers === null
      ? ok({ basis: 'sheets-agree', grading: first })
      : badInput([{ field: 'jointAnswers', code: 'JOINT_ANSWERS_NOT_NEEDED' }]);
  }
  if (jointAnswers === null) return badInput([{ field: 'jointAnswers', code: 'JOINT_ANSWERS_NEEDED' }]);
  const graded = grade(jointAnswers);
  if (graded.ok) return ok({ basis: 'joint-answers', grading: graded.value });
  return badInput(
    graded.refusal.issues.map((issue) => ({ ...issue, field: issue.field.replace(/^answers/, 'jointAnswers') })),
  );
};

/** The items two sets of answers do not share, in order. */
export const answersThatDiffer = (first: Answers, second: Answers): readonly FieldIssue[] =>
  [...new Set([...Object.keys(first), ...Object.keys(second)])]
    .filter((item) => (first[item] ?? null) !== (second[item] ?? null))
    .sort()
    .map((item) => ({ field: `jointAnswers.${item}`, code: 'ANSWERS_DIFFER' }));
