import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { useOrganisationName } from '../../api/directory';
import { usePages } from '../../api/use-read';
import { useMe } from '../../app/me';
import { Empty } from '../../pieces/empty';
import { Day, Money } from '../../pieces/figures';
import { Page, Panel } from '../../pieces/page';
import { PagesTable } from '../../pieces/pages-table';
import { StateTag, type StateOf } from '../../pieces/state-tag';
import type { Column } from '../../pieces/table';
import { Invoices, type InvoiceParts } from './invoices.documents';

type Invoice = ResultOf<typeof InvoiceParts>;
type Filter = StateOf<'invoice'> | 'ALL';
const filters: readonly Filter[] = ['ALL', 'MATCHED', 'CONFIRMED', 'DISPUTED', 'WITHDRAWN'];

/** Invoices: a supplier sees its own way to the money, a hospital what it has to confirm. */
export const Component = () => {
  const { t } = useTranslation();
  const { role } = useMe();
  const [search, setSearch] = useSearchParams();
  const filter = filters.find((each) => each === search.get('state')) ?? 'ALL';
  const pages = usePages(Invoices, { state: filter === 'ALL' ? null : filter }, (data) => data.invoices);
  const columns = useInvoiceColumns();
  return (
    <Page
      title={t('invoices.title')}
      lead={
        role === 'SUPPLIER'
          ? t('invoices.leadSupplier')
          : role === 'HOSPITAL'
            ? t('invoices.leadHospital')
            : t('invoices.lead')
      }
      actions={
        role === 'SUPPLIER' ? (
          <Link to="/invoices/new">
            <Button type="primary">{t('invoices.enter')}</Button>
          </Link>
        ) : undefined
      }
    >
      <Panel
        title={t('invoices.list')}
        flush
        extra={
          <Segmented<Filter>
            value={filter}
            onChange={(value) => {
              setSearch(value === 'ALL' ? {} : { state: value }, { replace: true });
            }}
            options={filters.map((value) => ({
              value,
              label: value === 'ALL' ? t('applications.all') : t(`states.invoice.${value}`),
            }))}
          />
        }
      >
        <PagesTable
          pages={pages}
          columns={columns}
          keyOf={(invoice) => invoice.id}
          caption={t('invoices.list')}
          empty={<Empty title={t('invoices.none')}>{t('invoices.noneWords')}</Empty>}
        />
      </Panel>
    </Page>
  );
};

/** The columns of the list. */
const useInvoiceColumns = (): readonly Column<Invoice>[] => {
  const { t } = useTranslation();
  const { role } = useMe();
  const nameOf = useOrganisationName();
  return [
    {
      key: 'number',
      head: t('invoices.number'),
      cell: (invoice) => (
        <Link to={`/invoices/${invoice.id}`} className="number">
          {invoice.number}
        </Link>
      ),
    },
    { key: 'state', head: t('invoices.state'), cell: (invoice) => <StateTag noun="invoice" state={invoice.state} /> },
    ...(role === 'SUPPLIER'
      ? []
      : [{ key: 'seller', head: t('invoices.seller'), cell: (invoice: Invoice) => nameOf(invoice.seller) }]),
    ...(role === 'HOSPITAL'
      ? []
      : [{ key: 'buyer', head: t('invoices.buyer'), cell: (invoice: Invoice) => nameOf(invoice.buyer) }]),
    { key: 'issued', head: t('invoices.issuedOn'), cell: (invoice) => <Day date={invoice.issuedOn} /> },
    { key: 'due', head: t('invoices.dueDate'), cell: (invoice) => <Day date={invoice.dueDate} /> },
    { key: 'total', head: t('invoices.total'), end: true, cell: (invoice) => <Money amount={invoice.total} /> },
  ];
};
