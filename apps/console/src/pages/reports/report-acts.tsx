import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { roleCode } from '../../api/session';
import { may } from '../../app/may';
import { useMe } from '../../app/me';
import { ActDialog } from '../../pieces/act-dialog';
import type { FullReport } from './report.page';
import { AcceptReport, ReturnReport, SubmitReport, WithdrawReport } from './reports.documents';

/** The hospital submits or takes back; whoever has it now accepts or returns. */
export const ReportActs = ({ report }: { report: FullReport }) => {
  const { role } = useMe();
  if (may(role, 'volumeReportSubmit')) return <HospitalActs report={report} />;
  return report.waitingFor?.roles.includes(roleCode(role)) ? <ReviewerActs report={report} /> : null;
};

const HospitalActs = ({ report }: { report: FullReport }) => {
  const { t } = useTranslation();
  const submit = useAct('volumeReportSubmit', SubmitReport, (data) => data.volumeReportSubmit);
  const withdraw = useAct('volumeReportWithdraw', WithdrawReport, (data) => data.volumeReportWithdraw);
  if (report.state === 'SUBMITTED')
    return (
      <ActDialog
        label={t('reports.withdraw')}
        title={t('reports.withdraw')}
        consequence={t('reports.withdrawConsequence')}
        act={withdraw}
        send={() => withdraw.act({ reportId: report.id })}
      />
    );
  if (!report.writable || report.lineCount === 0 || report.faultCount > 0) return null;
  return (
    <ActDialog
      label={t('reports.submit')}
      title={t('reports.submit')}
      kind="primary"
      consequence={t('reports.submitConsequence', { lines: report.lineCount })}
      act={submit}
      send={() => submit.act({ reportId: report.id })}
    />
  );
};

const ReviewerActs = ({ report }: { report: FullReport }) => {
  const { t } = useTranslation();
  const accept = useAct('volumeReportAccept', AcceptReport, (data) => data.volumeReportAccept);
  const giveBack = useAct('volumeReportReturn', ReturnReport, (data) => data.volumeReportReturn);
  return (
    <>
      <ActDialog
        label={t('reports.return')}
        title={t('reports.return')}
        reason={t('reports.returnReason')}
        consequence={t('reports.returnConsequence')}
        act={giveBack}
        send={(reason) => giveBack.act({ reportId: report.id, reason })}
      />
      <ActDialog
        label={t('reports.accept')}
        title={t('reports.accept')}
        kind="primary"
        consequence={t('reports.acceptConsequence')}
        act={accept}
        send={() => accept.act({ reportId: report.id })}
      />
    </>
  );
};
