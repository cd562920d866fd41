import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { Day, Money } from '../../pieces/figures';
import { StateTag } from '../../pieces/state-tag';
import type { Column } from '../../pieces/table';
import type { PaymentParts } from './payments.documents';

export type Payment = ResultOf<typeof PaymentParts>;

/** The columns of a list of payments. */
export const usePaymentColumns = (): readonly Column<Payment>[] => {
  const { t } = useTranslation();
  return [
    {
      key: 'payee',
      head: t('payables.payee'),
      cell: (payment) => <Link to={`/payments/${payment.id}`}>{payment.payee.name}</Link>,
    },
    { key: 'state', head: t('payments.state'), cell: (payment) => <StateTag noun="payment" state={payment.state} /> },
    {
      key: 'account',
      head: t('payments.account'),
      cell: (payment) => <span className="number">{payment.accountMasked ?? ''}</span>,
    },
    { key: 'sent', head: t('payments.sentOn'), cell: (payment) => <Day date={payment.sentOn} /> },
    { key: 'decided', head: t('payments.decidedOn'), cell: (payment) => <Day date={payment.decidedOn} /> },
    { key: 'reason', head: t('payments.reason'), cell: (payment) => payment.reasonText ?? '' },
    { key: 'amount', head: t('payments.amount'), end: true, cell: (payment) => <Money amount={payment.amount} /> },
  ];
};
