import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { may } from '../../app/may';
import { useMe } from '../../app/me';
import { ActDialog } from '../../pieces/act-dialog';
import { Day, Facts, Percent } from '../../pieces/figures';
import { Panel } from '../../pieces/page';
import { Table } from '../../pieces/table';
import { Tag } from '../../pieces/tag';
import type { Policy } from './agency-savings';
import { PutPolicyInForce } from './savings.documents';

/** One dated policy with its source and legal basis: what the calculation rests on. */
export const PolicyFacts = ({ policy }: { policy: Policy }) => {
  const { t } = useTranslation();
  const me = useMe();
  const putInForce = useAct('savingsPolicyPutInForce', PutPolicyInForce, (data) => data.savingsPolicyPutInForce);
  const mayConfirm = may(me.role, 'savingsPolicyPutInForce');
  /** The highest score belongs to the highest band; every other upper end begins the next. */
  const top = Math.max(...policy.bands.map(({ to }) => Number(to)));
  return (
    <Panel
      title={`${t('savings.policy')} · ${policy.name}`}
      note={policy.legalBasis}
      extra={
        <>
          <Tag tone={policy.state === 'IN_FORCE' ? 'good' : 'waiting'}>{t(`savings.policyStates.${policy.state}`)}</Tag>
          {policy.state === 'DRAFT' && mayConfirm ? (
            <ActDialog
              label={t('savings.putInForce')}
              title={t('savings.putInForce')}
              kind="primary"
              consequence={t('savings.putInForceConsequence')}
              act={putInForce}
              send={() => putInForce.act({ policyId: policy.id })}
            />
          ) : null}
        </>
      }
      footer={t('savings.source', { source: policy.source })}
    >
      <div className="stack">
        <Facts
          items={[
            [
              t('savings.validity'),
              <span key="validity">
                <Day date={policy.validFrom} /> – <Day date={policy.validTo} />
              </span>,
            ],
            [t('savings.budgetVolume'), t(`savings.budgetVolumes.${policy.budgetVolume}`)],
            [t('savings.floor'), t(`savings.floors.${policy.floor}`)],
            [t('savings.ratioKind'), t(`savings.ratioKinds.${policy.ratioKind}`)],
            [t('savings.insuredShareUsed'), policy.insuredShareUsed ? t('pieces.yes') : t('pieces.no')],
            [t('savings.cap'), <Percent key="cap" bp={policy.cap} />],
            [t('savings.answerDays'), t('savings.workingDays', { days: policy.answerWorkingDays })],
            [t('savings.silence'), t(`savings.silences.${policy.silence}`)],
          ]}
        />
        {policy.bands.length === 0 ? null : (
          <Table
            keep
            caption={t('savings.bands')}
            keyOf={(band) => band.from}
            rows={policy.bands}
            columns={[
              {
                key: 'score',
                head: t('savings.score'),
                cell: (band) => `[${band.from}, ${band.to}${Number(band.to) === top ? ']' : ')'}`,
              },
              { key: 'ratio', head: t('savings.ratio'), end: true, cell: (band) => <Percent bp={band.ratio} /> },
            ]}
          />
        )}
      </div>
    </Panel>
  );
};
