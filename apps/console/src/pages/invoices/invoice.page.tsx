import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { useOrganisationName } from '../../api/directory';
import { useRead } from '../../api/use-read';
import { NoSuchPage } from '../../app/broken.page';
import { Day, Facts, Money, Units } from '../../pieces/figures';
import { Notice } from '../../pieces/notice';
import { Page, Panel } from '../../pieces/page';
import { PageRead } from '../../pieces/page-read';
import { StateTag } from '../../pieces/state-tag';
import { Table } from '../../pieces/table';
import { InvoiceActs } from './invoice-acts';
import { InvoicePath } from './invoice-path';
import { OneInvoice } from './invoices.documents';

export type FullInvoice = NonNullable<ResultOf<typeof OneInvoice>['invoice']>;

/** One invoice: its whole path, what it was matched with, and both due dates. */
export const Component = () => {
  const { invoiceId = '' } = useParams();
  const reading = useRead(OneInvoice, { id: invoiceId });
  return (
    <PageRead reading={reading}>
      {({ invoice }) => (invoice === null ? <NoSuchPage /> : <View invoice={invoice} />)}
    </PageRead>
  );
};

const View = ({ invoice }: { invoice: FullInvoice }) => {
  const { t } = useTranslation();
  const nameOf = useOrganisationName();
  return (
    <Page
      title={t('invoices.one', { number: invoice.number })}
      tag={<StateTag noun="invoice" state={invoice.state} />}
      trail={[{ words: t('invoices.title'), to: '/invoices' }, { words: invoice.number }]}
      actions={<InvoiceActs invoice={invoice} />}
    >
      {invoice.decisionReason === null ? null : (
        <Notice tone="warn" title={t('invoices.decisionReason')}>
          <p>{invoice.decisionReason}</p>
        </Notice>
      )}
      <div className="columns">
        <Panel title={t('invoices.path')} note={t('invoices.pathNote')}>
          <InvoicePath points={invoice.path} />
        </Panel>
        <Panel title={t('invoices.facts')}>
          <Facts
            items={[
              [t('invoices.seller'), nameOf(invoice.seller)],
              [t('invoices.buyer'), nameOf(invoice.buyer)],
              ...(invoice.code === null ? [] : ([[t('invoices.code'), invoice.code]] as const)),
              [t('invoices.issuedOn'), <Day key="issued" date={invoice.issuedOn} />],
              [t('invoices.registeredOn'), <Day key="registered" date={invoice.registeredOn} />],
              [t('invoices.net'), <Money key="net" amount={invoice.net} unit />],
              [t('invoices.tax'), <Money key="tax" amount={invoice.tax} unit />],
              [t('invoices.total'), <Money key="total" amount={invoice.total} unit />],
              [t('invoices.dueByDays'), <Day key="days" date={invoice.dueByDays} />],
              [t('invoices.dueByMonthEnd'), <Day key="month" date={invoice.dueByMonthEnd} />],
              [
                t('invoices.dueDate'),
                <span key="due">
                  <Day date={invoice.dueDate} />
                  {invoice.dueProvisional ? <span className="muted small"> {t('invoices.provisional')}</span> : null}
                </span>,
              ],
            ]}
          />
        </Panel>
      </div>
      <Panel title={t('invoices.lines')} note={t('invoices.linesNote')} flush>
        <Table
          caption={t('invoices.lines')}
          keyOf={(line) => line.lineNo.toString()}
          rows={invoice.lines}
          columns={[
            { key: 'no', head: t('invoices.lineNo'), cell: (line) => line.lineNo },
            {
              key: 'product',
              head: t('invoices.product'),
              cell: (line) => (
                <>
                  {line.product.nameZh} {line.product.strength}
                  <div className="muted small">{line.product.code}</div>
                </>
              ),
            },
            {
              key: 'quantity',
              head: t('invoices.quantity'),
              end: true,
              cell: (line) => <Units count={line.quantity} />,
            },
            {
              key: 'price',
              head: t('invoices.price'),
              end: true,
              cell: (line) => (
                <>
                  <Money amount={line.price.amount} /> <span className="muted small">/ {line.price.per}</span>
                </>
              ),
            },
            {
              key: 'matches',
              head: t('invoices.matches'),
              cell: (line) =>
                line.matches
                  .map((match) => t('invoices.match', { day: match.acceptedOn, quantity: match.quantity }))
                  .join(t('visits.and')),
            },
            { key: 'amount', head: t('invoices.amount'), end: true, cell: (line) => <Money amount={line.amount} /> },
          ]}
          foot={['', t('ledger.total'), '', '', '', <Money key="sum" amount={invoice.total} />]}
        />
      </Panel>
    </Page>
  );
};
