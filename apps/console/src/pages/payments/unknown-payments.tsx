import { useTranslation } from 'react-i18next';
import { usePages } from '../../api/use-read';
import { useAct } from '../../api/use-act';
import { may } from '../../app/may';
import { useMe } from '../../app/me';
import { ActDialog } from '../../pieces/act-dialog';
import { Money } from '../../pieces/figures';
import { Notice } from '../../pieces/notice';
import { Panel } from '../../pieces/page';
import { Table } from '../../pieces/table';
import { Age } from './age';
import type { Payment } from './payment-columns';
import { AskBank, Payments } from './payments.documents';

/** Payments the bank is silent about, with their age and the one permitted act: to ask. */
export const UnknownPayments = () => {
  const { t } = useTranslation();
  const pages = usePages(Payments, { state: 'UNKNOWN', batchId: null }, (data) => data.payments, { againMs: 5000 });
  if (pages.rows === undefined || pages.rows.length === 0) return null;
  return (
    <Panel title={t('payments.unknown', { count: pages.rows.length })} flush>
      <div style={{ padding: '14px 18px' }}>
        <Notice tone="warn" title={t('payments.unknownTitle')}>
          <p>{t('payments.unknownWords')}</p>
        </Notice>
      </div>
      <Table
        caption={t('payments.unknownTitle')}
        keyOf={(payment) => payment.id}
        rows={pages.rows}
        columns={[
          { key: 'payee', head: t('payables.payee'), cell: (payment) => payment.payee.name },
          {
            key: 'instruction',
            head: t('payments.instruction'),
            cell: (payment) => <span className="number small">{payment.instructionId}</span>,
          },
          {
            key: 'age',
            head: t('payments.age'),
            cell: (payment) => <Age since={payment.heardAt} day={payment.sentOn} />,
          },
          {
            key: 'amount',
            head: t('payments.amount'),
            end: true,
            cell: (payment) => <Money amount={payment.amount} />,
          },
          { key: 'act', head: t('payments.act'), cell: (payment) => <Ask payment={payment} /> },
        ]}
      />
    </Panel>
  );
};

export const Ask = ({ payment }: { payment: Payment }) => {
  const { t } = useTranslation();
  const { role } = useMe();
  const ask = useAct('paymentStatusQuery', AskBank, (data) => data.paymentStatusQuery);
  if (!may(role, 'paymentStatusQuery')) return <>{t('payments.clerkAsks')}</>;
  return (
    <ActDialog
      small
      kind="primary"
      label={t('payments.ask')}
      title={t('payments.ask')}
      consequence={t('payments.askConsequence')}
      act={ask}
      send={() => ask.act({ paymentId: payment.id })}
    />
  );
};
