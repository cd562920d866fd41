import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { useOrganisationName } from '../../api/directory';
import { useRead } from '../../api/use-read';
import { NoSuchPage } from '../../app/broken.page';
import { may } from '../../app/may';
import { useMe } from '../../app/me';
import { Empty } from '../../pieces/empty';
import { Day, Facts, Money, Units } from '../../pieces/figures';
import { Page, Panel } from '../../pieces/page';
import { PageRead } from '../../pieces/page-read';
import { StateTag } from '../../pieces/state-tag';
import { Table } from '../../pieces/table';
import { Tag } from '../../pieces/tag';
import { OrderActs } from './order-acts';
import { OneOrder } from './orders.documents';
import { ShipForm } from './ship-form';
import { received, type Shipment } from './shipments-panel';

export type FullOrder = NonNullable<ResultOf<typeof OneOrder>['purchaseOrder']>;

/** One order from placing to acceptance, line by line. */
export const Component = () => {
  const { orderId = '' } = useParams();
  const reading = useRead(OneOrder, { id: orderId });
  return (
    <PageRead reading={reading}>
      {({ purchaseOrder, shipments }) =>
        purchaseOrder === null ? (
          <NoSuchPage />
        ) : (
          <View order={purchaseOrder} shipments={shipments.edges.map(({ node }) => node)} />
        )
      }
    </PageRead>
  );
};

const View = ({ order, shipments }: { order: FullOrder; shipments: readonly Shipment[] }) => {
  const { t } = useTranslation();
  const { role } = useMe();
  const nameOf = useOrganisationName();
  return (
    <Page
      title={t('orders.one', { number: order.number })}
      tag={<StateTag noun="order" state={order.state} />}
      trail={[{ words: t('orders.title'), to: '/orders' }, { words: order.number }]}
      actions={<OrderActs order={order} />}
    >
      <Panel title={t('orders.facts')}>
        <Facts
          items={[
            [t('savings.hospital'), nameOf(order.hospital)],
            [t('orders.supplier'), nameOf(order.supplier)],
            [t('orders.orderedOn'), <Day key="on" date={order.orderedOn} />],
            [t('orders.amount'), <Money key="amount" amount={order.amount} unit />],
          ]}
        />
      </Panel>
      <Panel title={t('orders.lines')} note={t('orders.unitsAndYuan')} flush>
        <Table
          caption={t('orders.lines')}
          keyOf={(line) => line.id}
          rows={order.lines}
          columns={[
            { key: 'no', head: t('invoices.lineNo'), cell: (line) => line.lineNumber },
            {
              key: 'product',
              head: t('invoices.product'),
              cell: (line) => `${line.product.nameZh} ${line.product.strength}`,
            },
            {
              key: 'price',
              head: t('rounds.price'),
              end: true,
              cell: (line) => (
                <>
                  <Money amount={line.price.amount} /> <span className="muted small">/ {line.price.units}</span>
                </>
              ),
            },
            { key: 'ordered', head: t('orders.ordered'), end: true, cell: (line) => <Units count={line.ordered} /> },
            { key: 'shipped', head: t('orders.shipped'), end: true, cell: (line) => <Units count={line.shipped} /> },
            { key: 'accepted', head: t('orders.accepted'), end: true, cell: (line) => <Units count={line.accepted} /> },
            { key: 'amount', head: t('orders.amount'), end: true, cell: (line) => <Money amount={line.amount} /> },
          ]}
        />
      </Panel>
      {may(role, 'shipmentSend') && order.state === 'CONFIRMED' ? <ShipForm order={order} /> : null}
      <Panel title={t('orders.shipments')} flush>
        {shipments.length === 0 ? (
          <Empty title={t('orders.noShipments')} />
        ) : (
          <Table
            caption={t('orders.shipments')}
            keyOf={(shipment) => shipment.id}
            rows={shipments}
            columns={[
              {
                key: 'number',
                head: t('orders.shipmentNumber'),
                cell: (shipment) => <Link to={`/shipments/${shipment.id}`}>{shipment.number}</Link>,
              },
              { key: 'on', head: t('orders.shippedOn'), cell: (shipment) => <Day date={shipment.shippedOn} /> },
              {
                key: 'state',
                head: t('orders.state'),
                cell: (shipment) =>
                  received(shipment) ? (
                    <Tag tone="good">{t('orders.received')}</Tag>
                  ) : (
                    <Tag tone="waiting">{t('orders.toReceive')}</Tag>
                  ),
              },
            ]}
          />
        )}
      </Panel>
    </Page>
  );
};
