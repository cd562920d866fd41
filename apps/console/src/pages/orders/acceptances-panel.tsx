import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../api/graphql';
import { useAct } from '../../api/use-act';
import { useOrganisationName } from '../../api/directory';
import { usePages } from '../../api/use-read';
import { useMe } from '../../app/me';
import { Empty } from '../../pieces/empty';
import { Day, Money, Units } from '../../pieces/figures';
import { FormDialog } from '../../pieces/form-dialog';
import { Panel } from '../../pieces/page';
import { PagesTable } from '../../pieces/pages-table';
import type { Column } from '../../pieces/table';
import { ReturnUnits } from './order-acts.documents';
import { Acceptances } from './orders.documents';

type Line = ResultOf<typeof Acceptances>['acceptanceLines']['edges'][number]['node'];

/** What was accepted, newest first. A return adds to it; the acceptance itself stays. */
export const AcceptancesPanel = () => {
  const { t } = useTranslation();
  const { role } = useMe();
  const nameOf = useOrganisationName();
  const pages = usePages(Acceptances, {}, (data) => data.acceptanceLines);
  const columns: readonly Column<Line>[] = [
    { key: 'on', head: t('orders.acceptedOn'), cell: (line) => <Day date={line.acceptedOn} /> },
    {
      key: 'product',
      head: t('invoices.product'),
      cell: (line) => (
        <>
          {line.product.nameZh} {line.product.strength}
          <div className="muted small">{t('orders.batch', { batch: line.batchNumber })}</div>
        </>
      ),
    },
    {
      key: 'party',
      head: role === 'HOSPITAL' ? t('orders.supplier') : t('savings.hospital'),
      cell: (line) => nameOf(role === 'HOSPITAL' ? line.supplier : line.hospital),
    },
    { key: 'accepted', head: t('orders.accepted'), end: true, cell: (line) => <Units count={line.accepted} /> },
    {
      key: 'less',
      head: t('orders.damagedMissing'),
      end: true,
      cell: (line) => `${line.damaged} / ${line.missing}`,
    },
    { key: 'returned', head: t('orders.returned'), end: true, cell: (line) => <Units count={line.returned} /> },
    { key: 'amount', head: t('orders.amount'), end: true, cell: (line) => <Money amount={line.amount} /> },
    ...(role === 'HOSPITAL'
      ? [{ key: 'act', head: t('campaigns.acts'), cell: (line: Line) => <Return line={line} /> }]
      : []),
  ];
  return (
    <Panel title={t('orders.acceptances')} note={t('orders.unitsAndYuan')} flush>
      <PagesTable
        pages={pages}
        columns={columns}
        keyOf={(line) => line.id}
        caption={t('orders.acceptances')}
        empty={<Empty title={t('orders.noAcceptances')} />}
      />
    </Panel>
  );
};

const Return = ({ line }: { line: Line }) => {
  const { t } = useTranslation();
  const giveBack = useAct('unitsReturn', ReturnUnits, (data) => data.unitsReturn);
  return (
    <FormDialog<{ quantity: string; reason: string }>
      label={t('orders.return')}
      act={giveBack}
      send={(values) => giveBack.act({ acceptanceLineId: line.id, ...values })}
    >
      <Form.Item
        name="quantity"
        label={t('orders.returnQuantity')}
        rules={[{ required: true, pattern: /^[1-9]\d{0,17}$/, message: t('pieces.notNumber') }]}
      >
        <Input inputMode="numeric" />
      </Form.Item>
      <Form.Item name="reason" label={t('trail.reason')} rules={[{ required: true, message: t('pieces.required') }]}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
};
