import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useMe } from '../../app/me';
import { ActDialog } from '../../pieces/act-dialog';
import { keepText } from '../trail/keep-text';
import { ApproveExport, RefuseExport, TakeExport } from './unmask.documents';

const DECIDE: readonly string[] = ['AGENCY_APPROVAL', 'AGENCY_ACCOUNTS_CHECK'];
const TAKE: readonly string[] = ['AGENCY_CLERK', 'AGENCY_ACCOUNTS'];

/** What may be done with a wish now: agree or refuse as a second person, or take the list once. */
export const ExportActs = ({ id, state }: { id: string; state: string }) => {
  const { role } = useMe();
  if (state === 'REQUESTED' && DECIDE.includes(role)) return <Decide id={id} />;
  return state === 'APPROVED' && TAKE.includes(role) ? <Take id={id} /> : <>—</>;
};

const Decide = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const approve = useAct('personalExportApprove', ApproveExport, (data) => data.personalExportApprove);
  const refuse = useAct('personalExportRefuse', RefuseExport, (data) => data.personalExportRefuse);
  return (
    <div className="row">
      <ActDialog
        small
        kind="primary"
        label={t('unmask.approve')}
        title={t('unmask.approve')}
        consequence={t('unmask.approveConsequence')}
        act={approve}
        send={() => approve.act({ exportId: id })}
      />
      <ActDialog
        small
        label={t('unmask.refuse')}
        title={t('unmask.refuse')}
        reason={t('unmask.refuseReason')}
        consequence={t('unmask.refuseConsequence')}
        act={refuse}
        send={(reason) => refuse.act({ exportId: id, reason })}
      />
    </div>
  );
};

const Take = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const take = useAct('personalExportTake', TakeExport, (data) => data.personalExportTake);
  return (
    <ActDialog
      small
      label={t('unmask.take')}
      title={t('unmask.take')}
      consequence={t('unmask.takeConsequence')}
      act={take}
      send={async () => {
        const answer = await take.act({ exportId: id });
        if (answer !== undefined && 'csv' in answer) keepText(`export-${id}.csv`, 'text/csv', answer.csv ?? undefined);
        return answer;
      }}
    />
  );
};
