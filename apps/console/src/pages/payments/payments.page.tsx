import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { usePages } from '../../api/use-read';
import { useMe } from '../../app/me';
import { Empty } from '../../pieces/empty';
import { Day, Money } from '../../pieces/figures';
import { Page, Panel } from '../../pieces/page';
import { PagesTable } from '../../pieces/pages-table';
import type { StateOf } from '../../pieces/state-tag';
import type { Column } from '../../pieces/table';
import { BankExceptions, Payments } from './payments.documents';
import { usePaymentColumns } from './payment-columns';
import { UnknownPayments } from './unknown-payments';
import { zh } from '../../i18n/zh';

type State = StateOf<'payment'>;
const states = Object.keys(zh.states.payment) as State[];
type Exception = ResultOf<typeof BankExceptions>['bankExceptions']['edges'][number]['node'];

/** Payments and what the bank said of them; those it is silent about stand first. */
export const Component = () => {
  const { t } = useTranslation();
  const { role } = useMe();
  const outside = role === 'HOSPITAL' || role === 'SUPPLIER';
  return (
    <Page title={t('payments.title')} lead={t('payments.lead')}>
      <UnknownPayments />
      <PaymentsPanel />
      {outside ? null : <Exceptions />}
    </Page>
  );
};

const PaymentsPanel = () => {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('state');
  const state = states.find((each) => each === asked) ?? null;
  const pages = usePages(Payments, { state, batchId: null }, (data) => data.payments);
  const columns = usePaymentColumns();
  return (
    <Panel
      title={t('payments.list')}
      flush
      extra={
        <Select<State | ''>
          aria-label={t('payments.state')}
          value={state ?? ''}
          onChange={(value) => {
            setSearch(value === '' ? {} : { state: value }, { replace: true });
          }}
          style={{ minWidth: 150 }}
          options={[
            { value: '', label: t('payables.allStates') },
            ...states.map((value) => ({ value, label: t(`states.payment.${value}`) })),
          ]}
        />
      }
    >
      <PagesTable
        pages={pages}
        columns={columns}
        keyOf={(payment) => payment.id}
        caption={t('payments.list')}
        empty={<Empty title={t('payments.none')}>{t('payments.noneWords')}</Empty>}
      />
    </Panel>
  );
};

const Exceptions = () => {
  const { t } = useTranslation();
  const pages = usePages(BankExceptions, {}, (data) => data.bankExceptions);
  const columns: readonly Column<Exception>[] = [
    { key: 'code', head: t('payments.exceptionCode'), cell: (exception) => exception.code },
    { key: 'file', head: t('payments.file'), cell: (exception) => exception.fileName },
    { key: 'instruction', head: t('payments.instruction'), cell: (exception) => exception.instructionId ?? '' },
    { key: 'on', head: t('payments.readOn'), cell: (exception) => <Day date={exception.readOn} /> },
    { key: 'reason', head: t('payments.reason'), cell: (exception) => exception.reasonText ?? '' },
    { key: 'amount', head: t('payments.amount'), end: true, cell: (exception) => <Money amount={exception.amount} /> },
  ];
  return (
    <Panel title={t('payments.exceptions')} note={t('payments.exceptionsNote')} flush>
      <PagesTable
        pages={pages}
        columns={columns}
        keyOf={(exception) => exception.id}
        caption={t('payments.exceptions')}
        empty={<Empty title={t('payments.noExceptions')} />}
      />
    </Panel>
  );
};
