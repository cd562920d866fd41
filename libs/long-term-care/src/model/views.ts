import { badInput, ok, type FieldIssue, type PlainDate, type Result } from '@huiji/kernel';
import type { Assessment, Seat } from '../assessments/model/assessment';
import type { CareMode, StopKind } from '../care/model/care';
import type { Answers } from '../assessments/model/instrument';
import type { Application, Person } from '../assessments/model/person';

/** An assessment with what every list of them shows. */
export interface AssessmentView extends Assessment {
  readonly person: Person;
  readonly assessors: readonly Seat[];
  /** How many of the two sheets are submitted; whose, and what is in them, stays hidden until it is two. */
  readonly sheetsIn: number;
}

/** An application with what every list of them shows. */
export interface ApplicationView extends Application {
  readonly person: Person;
  readonly returnReason: string | null;
  readonly assessment: AssessmentView | null;
}

/** A person with everything that decides their care. */
export interface CarePersonView extends Person {
  readonly entitlements: readonly {
    readonly grade: number;
    readonly startsOn: PlainDate;
    readonly endsOn: PlainDate;
  }[];
  readonly modes: readonly {
    readonly mode: CareMode;
    readonly providerId: string | null;
    readonly startsOn: PlainDate;
    readonly endsOn: PlainDate | null;
  }[];
  readonly stops: readonly {
    readonly kind: StopKind;
    readonly startsOn: PlainDate;
    readonly endsOn: PlainDate | null;
  }[];
}

/** One answer as it travels. */
export interface AnswerEntry {
  readonly item: string;
  readonly score: number;
}

/** Answers from a list. Refuses BAD_INPUT with ANSWER_TWICE for every item that is answered more than once. */
export const answersFromList = (entries: readonly AnswerEntry[], field: string): Result<Answers> => {
  const answers = new Map<string, number>();
  const issues: FieldIssue[] = [];
  for (const { item, score } of entries) {
    if (answers.has(item)) issues.push({ field: `${field}.${item.slice(0, 40)}`, code: 'ANSWER_TWICE' });
    answers.set(item, score);
  }
  return issues.length === 0 ? ok(Object.fromEntries(answers)) : badInput(issues);
};

/** Answers as a list, in the order of their keys. */
export const answersAsList = (answers: Answers): readonly AnswerEntry[] =>
  Object.entries(answers)
    .flatMap(([item, score]) => (typeof score === 'number' ? [{ item, score }] : []))
    .sort((a, b) => (a.item < b.item ? -1 : 1));

/** The one id of an act on a list of one. */
export const only = (result: Result<readonly string[]>): Result<string> =>
  result.ok ? ok(result.value[0] ?? '') : result;
