import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useRead } from '../../api/use-read';
import { useMe } from '../../app/me';
import { ActDialog } from '../../pieces/act-dialog';
import { ApprovalOf } from '../batches/approval.documents';
import { stepOf } from '../batches/step-of';
import { ReviewPolicy, WithdrawPolicy } from './approval-policy.documents';
import type { Policy } from './approval-policy.page';
import { PolicyForm } from './policy-form';

/** What the reader may do with a version now; the server decides again. */
export const PolicyActs = ({ policy }: { policy: Policy }) => {
  const { role } = useMe();
  if (role === 'AGENCY_CLERK' && policy.state === 'RETURNED') return <PolicyForm mends={policy} />;
  if (policy.state !== 'PROPOSED') return null;
  return <Decide policy={policy} />;
};

const Decide = ({ policy }: { policy: Policy }) => {
  const { t } = useTranslation();
  const { role } = useMe();
  const rounds = useRead(ApprovalOf, { subjectType: 'approval-policy', subjectId: policy.id });
  const pass = useAct('approvalPolicyReview.pass', ReviewPolicy, (data) => data.approvalPolicyReview);
  const giveBack = useAct('approvalPolicyReview.return', ReviewPolicy, (data) => data.approvalPolicyReview);
  const withdraw = useAct('approvalPolicyWithdraw', WithdrawPolicy, (data) => data.approvalPolicyWithdraw);
  const round = rounds.data?.approvalRounds.at(-1);
  if (role === 'AGENCY_CLERK' && round?.reviews.length === 0)
    return (
      <ActDialog
        small
        label={t('approvalPolicy.withdraw')}
        title={t('approvalPolicy.withdraw')}
        consequence={t('approvalPolicy.withdrawWords')}
        act={withdraw}
        send={() => withdraw.act({ policyId: policy.id })}
      />
    );
  if (stepOf[role] === undefined || round?.due !== stepOf[role]) return null;
  return (
    <>
      <ActDialog
        small
        label={t('approvalPolicy.return')}
        title={t('approvalPolicy.return')}
        reason={t('approvalPolicy.returnReason')}
        consequence={t('approvalPolicy.returnWords')}
        act={giveBack}
        send={(reason) => giveBack.act({ policyId: policy.id, decision: 'RETURN', reason })}
      />
      <ActDialog
        small
        kind="primary"
        label={t('approvalPolicy.pass')}
        title={t('approvalPolicy.pass')}
        consequence={t('approvalPolicy.passWords')}
        act={pass}
        send={() => pass.act({ policyId: policy.id, decision: 'PASS' })}
      />
    </>
  );
};
