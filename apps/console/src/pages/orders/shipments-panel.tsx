import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { useOrganisationName } from '../../api/directory';
import { usePages } from '../../api/use-read';
import { useMe } from '../../app/me';
import { Empty } from '../../pieces/empty';
import { Day } from '../../pieces/figures';
import { Panel } from '../../pieces/page';
import { PagesTable } from '../../pieces/pages-table';
import type { Column } from '../../pieces/table';
import { Tag } from '../../pieces/tag';
import { Shipments, type ShipmentParts } from './orders.documents';

export type Shipment = ResultOf<typeof ShipmentParts>;

/** Whether every line of a shipment was accepted, one way or another. */
export const received = (shipment: Shipment): boolean => shipment.lines.every((line) => line.acceptance !== null);

/** Shipments; those that wait to be received first. */
export const ShipmentsPanel = () => {
  const { t } = useTranslation();
  const { role } = useMe();
  const nameOf = useOrganisationName();
  const [waiting, setWaiting] = useState(role === 'HOSPITAL');
  const pages = usePages(Shipments, { waiting }, (data) => data.shipments);
  const columns: readonly Column<Shipment>[] = [
    {
      key: 'number',
      head: t('orders.shipmentNumber'),
      cell: (shipment) => <Link to={`/shipments/${shipment.id}`}>{shipment.number}</Link>,
    },
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
    {
      key: 'order',
      head: t('orders.number'),
      cell: (shipment) => <Link to={`/orders/${shipment.orderId}`}>{shipment.orderNumber}</Link>,
    },
    ...(role === 'HOSPITAL'
      ? []
      : [{ key: 'hospital', head: t('savings.hospital'), cell: (shipment: Shipment) => nameOf(shipment.hospital) }]),
    ...(role === 'SUPPLIER'
      ? []
      : [{ key: 'supplier', head: t('orders.supplier'), cell: (shipment: Shipment) => nameOf(shipment.supplier) }]),
    { key: 'on', head: t('orders.shippedOn'), cell: (shipment) => <Day date={shipment.shippedOn} /> },
    { key: 'lines', head: t('orders.lineCount'), end: true, cell: (shipment) => shipment.lines.length },
  ];
  return (
    <Panel
      title={t('orders.shipments')}
      flush
      extra={
        <Checkbox
          checked={waiting}
          onChange={(event) => {
            setWaiting(event.target.checked);
          }}
        >
          {t('orders.onlyWaiting')}
        </Checkbox>
      }
    >
      <PagesTable
        pages={pages}
        columns={columns}
        keyOf={(shipment) => shipment.id}
        caption={t('orders.shipments')}
        empty={<Empty title={t('orders.noShipments')}>{t('orders.noShipmentsWords')}</Empty>}
      />
    </Panel>
  );
};
