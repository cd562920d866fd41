import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { useRead } from '../../api/use-read';
import { NoSuchPage } from '../../app/broken.page';
import { may } from '../../app/may';
import { useMe } from '../../app/me';
import { Day, Figure, Money } from '../../pieces/figures';
import { Page, Panel } from '../../pieces/page';
import { PageRead } from '../../pieces/page-read';
import { StateTag } from '../../pieces/state-tag';
import { AwardImport } from './award-import';
import { AwardsPanel } from './awards-panel';
import { PeriodVolumes } from './period-volumes';
import { usePeriods } from './use-periods';
import { OnePeriod } from './rounds.documents';

export type Period = NonNullable<ResultOf<typeof OnePeriod>['agreementPeriod']>;

/** One agreement period: its years, awards, agreed volumes and the way to contracts. */
export const Component = () => {
  const { periodId = '' } = useParams();
  const reading = useRead(OnePeriod, { id: periodId });
  return (
    <PageRead reading={reading}>
      {({ agreementPeriod }) => (agreementPeriod === null ? <NoSuchPage /> : <View period={agreementPeriod} />)}
    </PageRead>
  );
};

const View = ({ period }: { period: Period }) => {
  const { t } = useTranslation();
  const { role } = useMe();
  const name =
    usePeriods()?.find((each) => each.period.id === period.id)?.name ??
    t('rounds.periodNumber', { number: period.sequence });
  return (
    <Page
      title={name}
      tag={<StateTag noun="period" state={period.state} />}
      trail={[
        { words: t('rounds.title'), to: '/rounds' },
        { words: t('rounds.periodNumber', { number: period.sequence }) },
      ]}
      actions={<Link to="/contracts">{t('rooms.contracts')}</Link>}
    >
      <div className="figures">
        <Figure
          label={t('rounds.span')}
          note={period.years
            .map((year) => `${year.yearNumber.toString()}: ${year.startsOn} – ${year.endsOn}`)
            .join(' · ')}
        >
          <span className="small-figure">
            <Day date={period.startsOn} /> – <Day date={period.endsOn} />
          </span>
        </Figure>
        <Figure label={t('rounds.awards')}>{period.awardCount}</Figure>
        <Figure label={t('rounds.contractAmount')}>
          <Money amount={period.contractAmount} unit />
        </Figure>
      </div>
      {period.supplyAreaNote === null ? null : (
        <Panel title={t('rounds.supplyAreaNote')}>
          <p>{period.supplyAreaNote}</p>
        </Panel>
      )}
      <PeriodVolumes period={period} />
      {may(role, 'awardsImport') && period.state === 'PLANNED' ? <AwardImport periodId={period.id} /> : null}
      <AwardsPanel periodId={period.id} />
    </Page>
  );
};
