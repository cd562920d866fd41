import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../api/graphql';
import { useRead } from '../../api/use-read';
import { useMe } from '../../app/me';
import { wordOf } from '../../i18n/word-of';
import { ApprovalTrail } from '../../pieces/approval-trail';
import { groupDigits } from '../../pieces/digits';
import { Empty } from '../../pieces/empty';
import { Day, Facts } from '../../pieces/figures';
import { Page, Panel } from '../../pieces/page';
import { Read } from '../../pieces/pages-table';
import { Tag } from '../../pieces/tag';
import { Policies } from './approval-policy.documents';
import { PolicyActs } from './policy-acts';
import { PolicyForm } from './policy-form';

export type Policy = ResultOf<typeof Policies>['approvalPolicies'][number];

const tones = { PROPOSED: 'waiting', RETURNED: 'warn', IN_FORCE: 'good' } as const;

/** How subjects are approved: versions with their dates, people, days and freezes, and who approved each. */
export const Component = () => {
  const { t } = useTranslation();
  const { role } = useMe();
  const reading = useRead(Policies, {});
  return (
    <Page
      title={t('approvalPolicy.title')}
      lead={t('approvalPolicy.lead')}
      actions={role === 'AGENCY_CLERK' ? <PolicyForm /> : undefined}
    >
      <Read reading={reading}>
        {({ approvalPolicies }) =>
          approvalPolicies.length === 0 ? (
            <Panel title={t('approvalPolicy.list')}>
              <Empty title={t('approvalPolicy.none')}>{t('approvalPolicy.noneWords')}</Empty>
            </Panel>
          ) : (
            <>
              {approvalPolicies.map((policy) => (
                <PolicyPanel key={policy.id} policy={policy} />
              ))}
            </>
          )
        }
      </Read>
    </Page>
  );
};

const PolicyPanel = ({ policy }: { policy: Policy }) => {
  const { t } = useTranslation();
  const words: Readonly<Record<string, string>> = t('inbox.subjects', { returnObjects: true });
  return (
    <Panel
      title={
        <>
          {wordOf(words, policy.subjectType)} <Day date={policy.validFrom} />{' '}
          <Tag tone={tones[policy.state]}>{t(`approvalPolicy.states.${policy.state}`)}</Tag>
        </>
      }
      extra={<PolicyActs policy={policy} />}
    >
      <div className="columns">
        <Facts
          items={[
            [
              t('approvalPolicy.days'),
              t('approvalPolicy.daysOf', {
                first: policy.firstReviewDays,
                recheck: policy.recheckDays,
                approval: policy.approvalDays,
              }),
            ],
            [
              t('approvalPolicy.bands'),
              <ul key="bands">
                {policy.bands.map((band) => (
                  <li key={band.from}>
                    {t('approvalPolicy.bandOf', {
                      from: groupDigits(band.from),
                      first: band.firstReviewPeople,
                      recheck: band.recheckPeople,
                      approval: band.approvalPeople,
                    })}
                  </li>
                ))}
              </ul>,
            ],
            [
              t('approvalPolicy.freezes'),
              policy.freezes.length === 0 ? (
                t('approvalPolicy.noFreeze')
              ) : (
                <ul key="freezes">
                  {policy.freezes.map((freeze) => (
                    <li key={freeze.fromOn}>
                      {t('approvalPolicy.freezeOf', { from: freeze.fromOn, to: freeze.toOn, reason: freeze.reason })}
                    </li>
                  ))}
                </ul>
              ),
            ],
            [t('approvalPolicy.source'), policy.source],
          ]}
        />
        <ApprovalTrail subjectType="approval-policy" subjectId={policy.id} />
      </div>
    </Panel>
  );
};
