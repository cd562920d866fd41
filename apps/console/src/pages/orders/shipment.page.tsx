import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useOrganisationName } from '../../api/directory';
import { useRead } from '../../api/use-read';
import { NoSuchPage } from '../../app/broken.page';
import { may } from '../../app/may';
import { useMe } from '../../app/me';
import { Absent, Day, Facts, Units } from '../../pieces/figures';
import { Page, Panel } from '../../pieces/page';
import { PageRead } from '../../pieces/page-read';
import { Table } from '../../pieces/table';
import { Tag } from '../../pieces/tag';
import { OneShipment } from './orders.documents';
import { ReceiveForm } from './receive-form';
import { received, type Shipment } from './shipments-panel';

/** One delivery note: what came, and what was accepted of it. */
export const Component = () => {
  const { shipmentId = '' } = useParams();
  const reading = useRead(OneShipment, { id: shipmentId });
  return (
    <PageRead reading={reading}>
      {({ shipment }) => (shipment === null ? <NoSuchPage /> : <View shipment={shipment} />)}
    </PageRead>
  );
};

const View = ({ shipment }: { shipment: Shipment }) => {
  const { t } = useTranslation();
  const { role } = useMe();
  const nameOf = useOrganisationName();
  return (
    <Page
      title={t('orders.shipmentOne', { number: shipment.number })}
      tag={
        received(shipment) ? (
          <Tag tone="good">{t('orders.received')}</Tag>
        ) : (
          <Tag tone="waiting">{t('orders.toReceive')}</Tag>
        )
      }
      trail={[{ words: t('orders.title'), to: '/orders?tab=shipments' }, { words: shipment.number }]}
    >
      <Panel title={t('orders.facts')}>
        <Facts
          items={[
            [
              t('orders.number'),
              <Link key="order" to={`/orders/${shipment.orderId}`}>
                {shipment.orderNumber}
              </Link>,
            ],
            [t('orders.supplier'), nameOf(shipment.supplier)],
            [t('savings.hospital'), nameOf(shipment.hospital)],
            [t('orders.shippedOn'), <Day key="on" date={shipment.shippedOn} />],
          ]}
        />
      </Panel>
      {may(role, 'acceptanceRecord') && !received(shipment) ? <ReceiveForm shipment={shipment} /> : null}
      <Panel title={t('orders.lines')} note={t('orders.unitsOnly')} flush>
        <Table
          caption={t('orders.lines')}
          keyOf={(line) => line.id}
          rows={shipment.lines}
          columns={[
            {
              key: 'product',
              head: t('invoices.product'),
              cell: (line) => `${line.product.nameZh} ${line.product.strength}`,
            },
            { key: 'batch', head: t('orders.batchNumber'), cell: (line) => line.batchNumber },
            { key: 'expires', head: t('orders.expiresOn'), cell: (line) => <Day date={line.expiresOn} /> },
            { key: 'shipped', head: t('orders.shipped'), end: true, cell: (line) => <Units count={line.quantity} /> },
            {
              key: 'accepted',
              head: t('orders.accepted'),
              end: true,
              cell: (line) => <Units count={line.acceptance?.accepted} />,
            },
            {
              key: 'less',
              head: t('orders.damagedMissing'),
              end: true,
              cell: (line) =>
                line.acceptance === null ? <Absent /> : `${line.acceptance.damaged} / ${line.acceptance.missing}`,
            },
            { key: 'on', head: t('orders.acceptedOn'), cell: (line) => <Day date={line.acceptance?.acceptedOn} /> },
          ]}
        />
      </Panel>
    </Page>
  );
};
