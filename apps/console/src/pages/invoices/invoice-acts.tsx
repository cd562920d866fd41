import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { may } from '../../app/may';
import { useMe } from '../../app/me';
import { ActDialog } from '../../pieces/act-dialog';
import type { FullInvoice } from './invoice.page';
import { ConfirmInvoice, DisputeInvoice, WithdrawInvoice } from './invoices.documents';

/** The hospital confirms or disputes; the supplier may take back what is not confirmed. */
export const InvoiceActs = ({ invoice }: { invoice: FullInvoice }) => {
  const { t } = useTranslation();
  const { role } = useMe();
  const confirm = useAct('invoiceConfirm', ConfirmInvoice, (data) => data.invoiceConfirm);
  const dispute = useAct('invoiceDispute', DisputeInvoice, (data) => data.invoiceDispute);
  const withdraw = useAct('invoiceWithdraw', WithdrawInvoice, (data) => data.invoiceWithdraw);
  const undecided = invoice.state === 'MATCHED' || invoice.state === 'DISPUTED';
  if (may(role, 'invoiceWithdraw') && undecided)
    return (
      <ActDialog
        label={t('invoices.withdraw')}
        title={t('invoices.withdraw')}
        reason={t('invoices.withdrawReason')}
        consequence={t('invoices.withdrawConsequence')}
        act={withdraw}
        send={(reason) => withdraw.act({ invoiceId: invoice.id, reason })}
      />
    );
  if (!may(role, 'invoiceConfirm') || !undecided) return null;
  return (
    <>
      {invoice.state === 'MATCHED' ? (
        <ActDialog
          label={t('invoices.dispute')}
          title={t('invoices.dispute')}
          reason={t('invoices.disputeReason')}
          consequence={t('invoices.disputeConsequence')}
          act={dispute}
          send={(reason) => dispute.act({ invoiceId: invoice.id, reason })}
        />
      ) : null}
      <ActDialog
        label={t('invoices.confirm')}
        title={t('invoices.confirm')}
        kind="primary"
        consequence={t('invoices.confirmConsequence')}
        act={confirm}
        send={() => confirm.act({ invoiceId: invoice.id })}
      />
    </>
  );
};
