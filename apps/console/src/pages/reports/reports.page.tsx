import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { useOrganisationName } from '../../api/directory';
import { usePages } from '../../api/use-read';
import { useMe } from '../../app/me';
import { Empty } from '../../pieces/empty';
import { Day } from '../../pieces/figures';
import { Page, Panel } from '../../pieces/page';
import { PagesTable } from '../../pieces/pages-table';
import { StateTag, type StateOf } from '../../pieces/state-tag';
import type { Column } from '../../pieces/table';
import { Reports, type ReportParts } from './reports.documents';

type Report = ResultOf<typeof ReportParts>;
type State = StateOf<'report'>;
const states: readonly State[] = ['DRAFT', 'READING', 'FAULTY', 'SUBMITTED', 'ACCEPTED', 'RETURNED'];

/** Volume reports: a hospital's own, or all of the area for those who review. */
export const Component = () => {
  const { t } = useTranslation();
  const { role } = useMe();
  const nameOf = useOrganisationName();
  const [search, setSearch] = useSearchParams();
  const state = states.find((each) => each === search.get('state')) ?? null;
  const pages = usePages(Reports, { campaignId: search.get('campaign'), state }, (data) => data.volumeReports);
  const hospital = role === 'HOSPITAL';
  const columns: readonly Column<Report>[] = [
    {
      key: 'who',
      head: hospital ? t('campaigns.name') : t('savings.hospital'),
      cell: (report) => (
        <Link to={`/reports/${report.id}`}>{hospital ? report.campaign.name : nameOf(report.hospital)}</Link>
      ),
    },
    { key: 'state', head: t('reports.state'), cell: (report) => <StateTag noun="report" state={report.state} /> },
    { key: 'with', head: t('reports.waitingFor'), cell: (report) => report.waitingFor?.name ?? '' },
    ...(hospital
      ? []
      : [{ key: 'campaign', head: t('campaigns.name'), cell: (report: Report) => report.campaign.name }]),
    {
      key: 'closes',
      head: t('campaigns.closesOn'),
      cell: (report) => <Day date={report.reopenedUntil ?? report.campaign.closesOn} />,
    },
    { key: 'edition', head: t('reports.edition'), end: true, cell: (report) => report.edition },
    { key: 'lines', head: t('reports.lines'), end: true, cell: (report) => report.lineCount },
    { key: 'faults', head: t('reports.faults'), end: true, cell: (report) => report.faultCount },
  ];
  return (
    <Page title={t('reports.title')} lead={hospital ? t('reports.leadHospital') : t('reports.lead')}>
      <Panel
        title={t('reports.title')}
        flush
        extra={
          <Select<State | ''>
            aria-label={t('reports.state')}
            value={state ?? ''}
            style={{ minWidth: 150 }}
            onChange={(value) => {
              const next = new URLSearchParams(search);
              if (value === '') next.delete('state');
              else next.set('state', value);
              setSearch(next, { replace: true });
            }}
            options={[
              { value: '', label: t('payables.allStates') },
              ...states.map((value) => ({ value, label: t(`states.report.${value}`) })),
            ]}
          />
        }
      >
        <PagesTable
          pages={pages}
          columns={columns}
          keyOf={(report) => report.id}
          caption={t('reports.title')}
          empty={<Empty title={t('reports.none')}>{t('reports.noneWords')}</Empty>}
        />
      </Panel>
    </Page>
  );
};
