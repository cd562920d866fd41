import { Button, Tabs } from 'antd';
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
import { StateTag } from '../../pieces/state-tag';
import type { Column } from '../../pieces/table';
import { AcceptancesPanel } from './acceptances-panel';
import { Orders, type OrderParts } from './orders.documents';
import { ShipmentsPanel } from './shipments-panel';

type Order = ResultOf<typeof OrderParts>;

/** Orders, what was shipped, what was accepted: of one's own organisation, or of the area. */
export const Component = () => {
  const { t } = useTranslation();
  const { role } = useMe();
  const [search, setSearch] = useSearchParams();
  return (
    <Page
      title={t('orders.title')}
      lead={t('orders.lead')}
      actions={
        role === 'HOSPITAL' ? (
          <Link to="/orders/new">
            <Button type="primary">{t('orders.place')}</Button>
          </Link>
        ) : undefined
      }
    >
      <Tabs
        activeKey={search.get('tab') ?? 'orders'}
        onChange={(tab) => {
          setSearch({ tab }, { replace: true });
        }}
        items={[
          { key: 'orders', label: t('orders.orders'), children: <OrdersPanel /> },
          { key: 'shipments', label: t('orders.shipments'), children: <ShipmentsPanel /> },
          { key: 'acceptances', label: t('orders.acceptances'), children: <AcceptancesPanel /> },
        ]}
      />
    </Page>
  );
};

const OrdersPanel = () => {
  const { t } = useTranslation();
  const { role } = useMe();
  const nameOf = useOrganisationName();
  const pages = usePages(Orders, { state: null }, (data) => data.purchaseOrders);
  const columns: readonly Column<Order>[] = [
    {
      key: 'number',
      head: t('orders.number'),
      cell: (order) => <Link to={`/orders/${order.id}`}>{order.number}</Link>,
    },
    { key: 'state', head: t('orders.state'), cell: (order) => <StateTag noun="order" state={order.state} /> },
    ...(role === 'HOSPITAL'
      ? []
      : [{ key: 'hospital', head: t('savings.hospital'), cell: (order: Order) => nameOf(order.hospital) }]),
    ...(role === 'SUPPLIER'
      ? []
      : [{ key: 'supplier', head: t('orders.supplier'), cell: (order: Order) => nameOf(order.supplier) }]),
    { key: 'on', head: t('orders.orderedOn'), cell: (order) => <Day date={order.orderedOn} /> },
    { key: 'amount', head: t('orders.amount'), end: true, cell: (order) => <Money amount={order.amount} /> },
  ];
  return (
    <Panel title={t('orders.orders')} note={t('orders.yuan')} flush>
      <PagesTable
        pages={pages}
        columns={columns}
        keyOf={(order) => order.id}
        caption={t('orders.orders')}
        empty={<Empty title={t('orders.none')}>{t('orders.noneWords')}</Empty>}
      />
    </Panel>
  );
};
