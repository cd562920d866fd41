import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../api/graphql';
import { useRead } from '../api/use-read';
import { ApprovalOf } from '../pages/batches/approval.documents';
import { Empty } from './empty';
import { Day, Instant } from './figures';
import { Read } from './pages-table';
import { Timeline, type Moment } from './timeline';

type Round = ResultOf<typeof ApprovalOf>['approvalRounds'][number];
const steps = ['FIRST_REVIEW', 'RECHECK', 'APPROVAL'] as const;

/** Who made it, who passed it on, who sent it back and why; and whose turn it is. */
export const ApprovalTrail = ({ subjectType, subjectId }: { subjectType: string; subjectId: string }) => {
  const { t } = useTranslation();
  const reading = useRead(ApprovalOf, { subjectType, subjectId });
  return (
    <Read reading={reading}>
      {({ approvalRounds }) =>
        approvalRounds.length === 0 ? (
          <Empty title={t('approval.none')}>{t('approval.noneWords')}</Empty>
        ) : (
          <div className="stack">
            {approvalRounds.map((round, index) => (
              <RoundOfApproval key={round.id} round={round} number={index + 1} many={approvalRounds.length > 1} />
            ))}
          </div>
        )
      }
    </Read>
  );
};

const RoundOfApproval = ({ round, number, many }: { round: Round; number: number; many: boolean }) => {
  const { t } = useTranslation();
  const ahead = round.due === null ? [] : steps.slice(steps.indexOf(round.due));
  let moments: readonly Moment[] = [
    {
      key: 'clerk',
      title: t('approval.made', { person: round.clerk.displayName }),
      stand: 'done',
    },
    ...round.reviews.map((review): Moment => ({
      key: review.id,
      title: t(`approval.decided.${review.decision}`, {
        step: t(`approval.steps.${review.step}`),
        person:
          review.onBehalfOf === null
            ? review.person.displayName
            : t('approval.behalf', {
                person: review.person.displayName,
                behalf: review.onBehalfOf.displayName,
              }),
      }),
      when: (
        <>
          <Day date={review.reviewedOn} /> · {t('approval.machine')} <Instant at={review.reviewedAt} />
        </>
      ),
      note: review.reason,
      stand: review.decision === 'PASS' ? 'done' : 'bad',
    })),
    ...ahead.map((step, index): Moment => ({
      key: step,
      title: t(`approval.steps.${step}`),
      note: <Plan plan={round.plan.find((each) => each.step === step)} due={index === 0} />,
      stand: index === 0 ? 'now' : 'ahead',
    })),
  ];
  if (round.state === 'WITHDRAWN')
    moments = [...moments, { key: 'withdrawn', title: t('approval.withdrawn'), stand: 'bad' }];
  return (
    <div>
      {many ? <h3 style={{ marginBottom: 8 }}>{t('approval.round', { number })}</h3> : null}
      <Timeline moments={moments} label={t('approval.title')} />
    </div>
  );
};

/** How many people a step that is to come needs, and in how many working days. */
const Plan = ({ plan, due }: { plan: Round['plan'][number] | undefined; due: boolean }) => {
  const { t } = useTranslation();
  const words = plan === undefined ? [] : [t('approval.people', { people: plan.people })];
  const days = plan?.days === null || plan?.days === undefined ? [] : [t('approval.days', { days: plan.days })];
  return <>{[...(due ? [t('approval.due')] : []), ...words, ...days].join(' · ')}</>;
};
