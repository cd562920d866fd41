import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { usePages, useRead } from '../../api/use-read';
import { useMe } from '../../app/me';
import { Empty } from '../../pieces/empty';
import { Day } from '../../pieces/figures';
import { Page, Panel } from '../../pieces/page';
import { PagesTable, Read } from '../../pieces/pages-table';
import { StateTag, type StateOf } from '../../pieces/state-tag';
import type { Column } from '../../pieces/table';
import { Funnel as FunnelPicture } from '../../pictures/funnel';
import { Applications, Funnel } from './applications.documents';

type Application = ResultOf<typeof Applications>['applications']['edges'][number]['node'];
type Filter = StateOf<'application'> | 'ALL';
const filters: readonly Filter[] = ['ALL', 'SUBMITTED', 'ACCEPTED', 'RETURNED', 'CONCLUDED'];

/** Applications for long-term care and how far they came. */
export const Component = () => {
  const { t } = useTranslation();
  const { role } = useMe();
  const [filter, setFilter] = useState<Filter>('ALL');
  const pages = usePages(Applications, { state: filter === 'ALL' ? null : filter }, (data) => data.applications);
  const columns = useApplicationColumns();
  return (
    <Page
      title={t('applications.title')}
      lead={t('applications.lead')}
      actions={
        role === 'AGENCY_CLERK' ? (
          <Link to="/applications/new">
            <Button type="primary">{t('applications.register')}</Button>
          </Link>
        ) : undefined
      }
    >
      <FunnelPanel />
      <Panel
        title={t('applications.list')}
        flush
        extra={
          <Segmented<Filter>
            value={filter}
            onChange={setFilter}
            options={filters.map((value) => ({
              value,
              label: value === 'ALL' ? t('applications.all') : t(`states.application.${value}`),
            }))}
          />
        }
      >
        <PagesTable
          pages={pages}
          columns={columns}
          keyOf={(application) => application.id}
          caption={t('applications.list')}
          empty={<Empty title={t('applications.none')}>{t('applications.noneWords')}</Empty>}
        />
      </Panel>
    </Page>
  );
};

const FunnelPanel = () => {
  const { t } = useTranslation();
  const reading = useRead(Funnel, {});
  return (
    <Panel title={t('applications.funnel')}>
      <Read reading={reading}>
        {({ careFunnel }) => (
          <FunnelPicture
            label={t('applications.funnel')}
            steps={(['applied', 'accepted', 'assessed', 'passed'] as const).map((step) => ({
              label: t(`applications.steps.${step}`),
              count: Number(careFunnel[step]),
            }))}
          />
        )}
      </Read>
    </Panel>
  );
};

/** The columns of the list. */
const useApplicationColumns = (): readonly Column<Application>[] => {
  const { t } = useTranslation();
  return [
    {
      key: 'person',
      head: t('applications.person'),
      cell: (application) => <Link to={`/applications/${application.id}`}>{application.person.fullName}</Link>,
    },
    {
      key: 'identity',
      head: t('applications.identity'),
      cell: (application) => <span className="number">{application.person.identityNumberMasked}</span>,
    },
    { key: 'on', head: t('applications.appliedOn'), cell: (application) => <Day date={application.appliedOn} /> },
    {
      key: 'state',
      head: t('applications.state'),
      cell: (application) => <StateTag noun="application" state={application.state} />,
    },
    {
      key: 'assessment',
      head: t('applications.assessment'),
      cell: (application) =>
        application.assessment === null ? '' : <StateTag noun="assessment" state={application.assessment.state} />,
    },
    {
      key: 'grades',
      head: t('applications.grades'),
      cell: (application) =>
        [application.claimedGrade, application.assessment?.assessedGrade, application.assessment?.confirmedGrade]
          .map((grade) => grade?.toString() ?? '—')
          .join(' / '),
    },
  ];
};
