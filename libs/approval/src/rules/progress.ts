import { steps, type PeopleWanted, type Review, type ReviewOutcome, type Step } from '../model/approval';

type Decided = Pick<Review, 'step' | 'personId' | 'decision'>;

/** How many different people passed a step; the same person twice is one. */
export const peopleAt = (step: Step, reviews: readonly Decided[]): number =>
  new Set(
    reviews.filter((review) => review.step === step && review.decision === 'pass').map(({ personId }) => personId),
  ).size;

/**
 * Where a round stands: returned by any return at any step, else due at the first step that lacks people, else
 * complete. Every step must have its people; one step never stands in for another.
 */
export const progressOf = (wanted: PeopleWanted, reviews: readonly Decided[]): ReviewOutcome => {
  if (reviews.some(({ decision }) => decision === 'return')) return { complete: false, returned: true, due: null };
  const due = steps.find((step) => peopleAt(step, reviews) < wanted[step]) ?? null;
  return { complete: due === null, returned: false, due };
};
