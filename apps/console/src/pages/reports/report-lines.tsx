import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { keepFile } from '../../api/client';
import { Empty } from '../../pieces/empty';
import { Units } from '../../pieces/figures';
import { Panel } from '../../pieces/page';
import { Table } from '../../pieces/table';
import { Tag } from '../../pieces/tag';
import type { FullReport } from './report.page';

/** What is wrong with the sheet, row by row, with how to mend it. Nothing of such a sheet is taken over. */
export const ReportFaults = ({ report }: { report: FullReport }) => {
  const { t } = useTranslation();
  if (report.faults.length === 0) return null;
  return (
    <Panel
      title={t('reports.faultList', { faults: report.faultCount })}
      note={t('reports.faultNote')}
      flush
      extra={
        <>
          <Tag tone="bad">{t('reports.nothingTaken')}</Tag>
          <FaultSheet report={report} />
        </>
      }
    >
      <Table
        caption={t('reports.faults')}
        keyOf={(fault) => `${(fault.row ?? 0).toString()}${fault.field}${fault.code}`}
        rows={report.faults}
        toneOf={() => 'wrong'}
        columns={[
          { key: 'row', head: t('reports.row'), end: true, cell: (fault) => fault.row ?? '' },
          { key: 'field', head: t('reports.column'), cell: (fault) => fault.field },
          { key: 'message', head: t('reports.wrong'), cell: (fault) => fault.message },
          { key: 'mend', head: t('reports.mend'), cell: (fault) => fault.mend },
        ]}
      />
    </Panel>
  );
};

/** The sheet as it was sent, with what is wrong beside each row; mended there it is sent again. */
const FaultSheet = ({ report: { faultFileId, campaign } }: { report: FullReport }) => {
  const { t } = useTranslation();
  if (faultFileId === null) return null;
  return (
    <Button size="small" onClick={() => void keepFile(faultFileId, `${campaign.name}.xlsx`)}>
      {t('reports.faultSheet')}
    </Button>
  );
};

/** The lines of the latest edition. */
export const ReportLines = ({ report }: { report: FullReport }) => {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  return (
    <Panel title={t('reports.lineList')} note={t('reports.lineNote')} flush>
      {report.lines.length === 0 ? (
        <Empty title={t('reports.noLines')}>{report.writable ? t('reports.noLinesWords') : undefined}</Empty>
      ) : (
        <Table
          caption={t('reports.lineList')}
          keyOf={(line) => line.row.toString()}
          rows={report.lines}
          columns={[
            { key: 'row', head: t('reports.row'), end: true, cell: (line) => line.row, width: '5em' },
            {
              key: 'variety',
              head: t('reports.variety'),
              cell: (line) => (english ? line.variety.genericNameEn : line.variety.genericNameZh),
            },
            {
              key: 'product',
              head: t('reports.product'),
              cell: (line) => (line.product === null ? t('reports.byGeneric') : line.product.code),
            },
            {
              key: 'quantity',
              head: t('reports.quantity'),
              end: true,
              cell: (line) => <Units count={line.quantity} unit={line.variety.smallestUnitZh} />,
            },
            { key: 'reason', head: t('reports.reason'), cell: (line) => line.reason ?? '' },
          ]}
        />
      )}
    </Panel>
  );
};
