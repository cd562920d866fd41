import { plainDate } from '@huiji/kernel';
import type { ApprovalRound } from '../approval.service';
import { steps } from '../model/approval';
import type { ApprovalPersonType, ApprovalRoundType } from './approval.type';

/** Everybody a list of rounds speaks of, so that their names are read at once. */
export const peopleOf = (rounds: readonly ApprovalRound[]): readonly string[] => [
  ...new Set(
    rounds.flatMap((round) => [
      round.openedBy,
      ...round.reviews.flatMap(({ personId, onBehalfOf }) =>
        onBehalfOf === null ? [personId] : [personId, onBehalfOf],
      ),
    ]),
  ),
];

/** A round as the schema shows it; `names` maps person ids to display names. */
export const roundView = (round: ApprovalRound, names: ReadonlyMap<string, string>): ApprovalRoundType => {
  const person = (id: string): ApprovalPersonType => ({ id, displayName: names.get(id) ?? '' });
  return {
    id: round.id,
    state: round.state,
    due: round.due,
    clerk: person(round.openedBy),
    plan: steps.map((step) => ({ step, people: round.wanted[step], days: round.days?.[step] ?? null })),
    approvalPeople: round.wanted.approval,
    reviews: round.reviews.map((review) => ({
      id: review.id,
      step: review.step,
      decision: review.decision,
      reason: review.reason,
      person: person(review.personId),
      onBehalfOf: review.onBehalfOf === null ? null : person(review.onBehalfOf),
      reviewedOn: plainDate(review.reviewedOn),
      reviewedAt: review.reviewedAt,
    })),
  };
};
