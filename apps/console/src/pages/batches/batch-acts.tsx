import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useRead } from '../../api/use-read';
import { useMe } from '../../app/me';
import { ActDialog } from '../../pieces/act-dialog';
import { groupDigits } from '../../pieces/digits';
import { ApprovalOf } from './approval.documents';
import type { FullBatch } from './batch.page';
import { stepOf, type Step } from './step-of';
import { DiscardBatch, LockBatch, ReviewBatch, WithdrawBatch } from './batches.documents';

/** What the reader may do with a batch now. The reviewer is always the person who is logged in. */
export const BatchActs = ({ batch }: { batch: FullBatch }) => {
  const { role } = useMe();
  const step = stepOf[role];
  if (role === 'AGENCY_CLERK' && batch.state === 'DRAFT') return <ClerkActs batch={batch} />;
  if (role === 'AGENCY_CLERK' && batch.state === 'LOCKED') return <TakeBack batch={batch} />;
  if (step !== undefined && (batch.state === 'LOCKED' || batch.state === 'IN_REVIEW'))
    return <ReviewerActs batch={batch} step={step} />;
  return null;
};

const ClerkActs = ({ batch }: { batch: FullBatch }) => {
  const { t } = useTranslation();
  const lock = useAct('batchLock', LockBatch, (data) => data.batchLock);
  const discard = useAct('batchDiscard', DiscardBatch, (data) => data.batchDiscard);
  return (
    <>
      <ActDialog
        label={t('batches.discard')}
        title={t('batches.discard')}
        kind="danger"
        consequence={t('batches.discardConsequence')}
        act={discard}
        send={() => discard.act({ batchId: batch.id })}
      />
      <ActDialog
        label={t('batches.lock')}
        title={t('batches.lock')}
        kind="primary"
        consequence={t('batches.lockConsequence')}
        act={lock}
        send={() => lock.act({ batchId: batch.id })}
      />
    </>
  );
};

/** The clerk takes a locked batch back while nobody has decided. */
const TakeBack = ({ batch }: { batch: FullBatch }) => {
  const { t } = useTranslation();
  const withdraw = useAct('batchWithdraw', WithdrawBatch, (data) => data.batchWithdraw);
  return (
    <ActDialog
      label={t('batches.withdraw')}
      title={t('batches.withdraw')}
      consequence={t('batches.withdrawConsequence')}
      act={withdraw}
      send={() => withdraw.act({ batchId: batch.id })}
    />
  );
};

const ReviewerActs = ({ batch, step }: { batch: FullBatch; step: Step }) => {
  const { t } = useTranslation();
  const rounds = useRead(ApprovalOf, { subjectType: 'payment-batch', subjectId: batch.id });
  const pass = useAct('batchReview.pass', ReviewBatch, (data) => data.batchReview);
  const giveBack = useAct('batchReview.return', ReviewBatch, (data) => data.batchReview);
  if (rounds.data?.approvalRounds.at(-1)?.due !== step) return null;
  const figures = t('batches.passFigures', {
    lines: groupDigits(batch.lineCount ?? '0'),
    sum: groupDigits(batch.sum ?? '0'),
    seal: batch.sealSha256?.slice(0, 16) ?? '',
  });
  return (
    <>
      <ActDialog
        label={t('batches.return')}
        title={t('batches.return')}
        reason={t('batches.returnReason')}
        consequence={t('batches.returnConsequence')}
        act={giveBack}
        send={(reason) => giveBack.act({ batchId: batch.id, step, decision: 'RETURN', reason })}
      />
      <ActDialog
        label={t(`batches.pass.${step}`)}
        title={t(`batches.pass.${step}`)}
        kind="primary"
        consequence={
          <>
            <p>{figures}</p>
            <p>{t(`batches.passConsequence.${step}`)}</p>
          </>
        }
        act={pass}
        send={() => pass.act({ batchId: batch.id, step, decision: 'PASS' })}
      />
    </>
  );
};
