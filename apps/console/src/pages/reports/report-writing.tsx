import { Button, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { keepFile } from '../../api/client';
import { useAct } from '../../api/use-act';
import { FaultNotice, RefusalNotice } from '../../pieces/notice';
import { Panel } from '../../pieces/page';
import { SheetUpload } from '../../pieces/sheet-upload';
import { ReportEntry } from './report-entry';
import type { FullReport } from './report.page';
import { MakeTemplate, UploadReport } from './reports.documents';

/** Two ways in with one check: the sheet, or the form. Each makes a new edition; the old ones are kept. */
export const ReportWriting = ({ report }: { report: FullReport }) => {
  const { t } = useTranslation();
  return (
    <Panel title={t('reports.write')}>
      <Tabs
        items={[
          { key: 'sheet', label: t('reports.bySheet'), children: <BySheet report={report} /> },
          { key: 'form', label: t('reports.byForm'), children: <ReportEntry report={report} /> },
        ]}
      />
    </Panel>
  );
};

const BySheet = ({ report }: { report: FullReport }) => {
  const { t } = useTranslation();
  const template = useAct('volumeReportTemplateMake', MakeTemplate, (data) => data.volumeReportTemplateMake);
  const upload = useAct('volumeReportUpload', UploadReport, (data) => data.volumeReportUpload);
  const fetchTemplate = async () => {
    const made = await template.act({ reportId: report.id });
    if (made !== undefined) await keepFile(made.fileId, `${report.campaign.name}.xlsx`);
  };
  return (
    <div className="stack">
      <ol className="prose">
        <li>
          {t('reports.step1')}{' '}
          <Button size="small" onClick={() => void fetchTemplate()} loading={template.pending}>
            {t('reports.template')}
          </Button>
        </li>
        <li>{t('reports.step2')}</li>
        <li>{t('reports.step3')}</li>
      </ol>
      <SheetUpload
        accept=".xlsx"
        hint={t('reports.uploadHint')}
        busy={upload.pending || report.state === 'READING'}
        onFile={(fileId) => upload.act({ reportId: report.id, fileId })}
      />
      <RefusalNotice refused={template.refused ?? upload.refused} />
      <FaultNotice fault={template.fault ?? upload.fault} />
    </div>
  );
};
