import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { useOrganisationName } from '../../api/directory';
import { useRead } from '../../api/use-read';
import { NoSuchPage } from '../../app/broken.page';
import { may } from '../../app/may';
import { useMe } from '../../app/me';
import { Day, Facts } from '../../pieces/figures';
import { Notice } from '../../pieces/notice';
import { Page, Panel } from '../../pieces/page';
import { PageRead } from '../../pieces/page-read';
import { StateTag } from '../../pieces/state-tag';
import { ActionsTable } from '../trail/actions-table';
import { ReportActs } from './report-acts';
import { ReportFaults, ReportLines } from './report-lines';
import { ReportWriting } from './report-writing';
import { OneReport } from './reports.documents';

export type FullReport = NonNullable<ResultOf<typeof OneReport>['volumeReport']>;

/** One volume report: the sheet up, its errors back, the lines, and who has it now. */
export const Component = () => {
  const { reportId = '' } = useParams();
  const reading = useRead(
    OneReport,
    { id: reportId },
    { again: (data) => (data.volumeReport?.state === 'READING' ? 800 : false) },
  );
  return (
    <PageRead reading={reading}>
      {({ volumeReport }) => (volumeReport === null ? <NoSuchPage /> : <View report={volumeReport} />)}
    </PageRead>
  );
};

/** States in which the hospital itself has the report. */
const inHand = new Set<FullReport['state']>(['DRAFT', 'READING', 'FAULTY', 'RETURNED']);

const View = ({ report }: { report: FullReport }) => {
  const { t } = useTranslation();
  const { role } = useMe();
  const nameOf = useOrganisationName();
  const inside = role !== 'HOSPITAL';
  return (
    <Page
      title={`${report.campaign.name} · ${nameOf(report.hospital)}`}
      tag={<StateTag noun="report" state={report.state} />}
      trail={[{ words: t('reports.title'), to: '/reports' }, { words: report.campaign.name }]}
      actions={<ReportActs report={report} />}
    >
      {report.returnReason === null ? null : (
        <Notice tone="warn" title={t('reports.returned')}>
          <p>{report.returnReason}</p>
        </Notice>
      )}
      {report.state === 'READING' ? <Notice tone="info" title={t('reports.reading')} /> : null}
      <Panel title={t('reports.where')}>
        <Facts
          items={[
            [t('reports.waitingFor'), report.waitingFor?.name ?? t(`reports.with.${report.state}`)],
            [t('campaigns.opensOn'), <Day key="opens" date={report.campaign.opensOn} />],
            [t('campaigns.closesOn'), <Day key="closes" date={report.reopenedUntil ?? report.campaign.closesOn} />],
            [t('reports.edition'), report.edition],
            [t('reports.file'), report.fileName ?? '—'],
          ]}
        />
      </Panel>
      {may(role, 'volumeReportEnter') && report.writable && inHand.has(report.state) ? (
        <ReportWriting report={report} />
      ) : null}
      <ReportFaults report={report} />
      <ReportLines report={report} />
      {inside ? (
        <Panel title={t('trail.title')} flush>
          <ActionsTable subject={{ type: 'volume-report', id: report.id }} />
        </Panel>
      ) : null}
    </Page>
  );
};
