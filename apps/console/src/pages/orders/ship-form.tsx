import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useMe } from '../../app/me';
import { ActForm } from '../../pieces/act-form';
import { Panel } from '../../pieces/page';
import type { FullOrder } from './order.page';
import { SendShipment } from './order-acts.documents';

interface ShipLine {
  readonly quantity: string;
  readonly batchNumber: string;
  readonly expiresOn: string;
}

const left = (line: FullOrder['lines'][number]): bigint => BigInt(line.ordered) - BigInt(line.shipped);
const inTwoYears = (day: string): string => `${(Number(day.slice(0, 4)) + 2).toString()}${day.slice(4, 8)}01`;

/** Ships what is left of a confirmed order, with batch and expiry of each line. */
export const ShipForm = ({ order }: { order: FullOrder }) => {
  const { t } = useTranslation();
  const { businessDate } = useMe();
  const open = order.lines.filter((line) => left(line) > 0n);
  const ship = useAct('shipmentSend', SendShipment, (data) => data.shipmentSend);
  if (open.length === 0) return null;
  const required = [{ required: true, message: t('pieces.required') }];
  const send = (values: Readonly<Record<string, ShipLine>>) =>
    ship.act({
      orderId: order.id,
      lines: open.flatMap((line) => {
        const typed = values[line.id];
        return typed === undefined || !/^[1-9]/.test(typed.quantity) ? [] : [{ orderLineId: line.id, ...typed }];
      }),
    });
  return (
    <Panel title={t('orders.ship')} note={t('orders.shipNote')}>
      <ActForm<Readonly<Record<string, ShipLine>>>
        submit={t('orders.shipSend')}
        act={ship}
        send={send}
        initial={Object.fromEntries(
          open.map((line) => [
            line.id,
            { quantity: left(line).toString(), batchNumber: '', expiresOn: inTwoYears(businessDate) },
          ]),
        )}
      >
        {open.map((line) => (
          <fieldset key={line.id} className="line-fields wide">
            <legend>
              {line.product.nameZh} {line.product.strength}
            </legend>
            <Form.Item
              name={[line.id, 'quantity']}
              label={t('orders.units')}
              rules={[{ required: true, pattern: /^\d{1,18}$/, message: t('pieces.notNumber') }]}
            >
              <Input inputMode="numeric" />
            </Form.Item>
            <Form.Item name={[line.id, 'batchNumber']} label={t('orders.batchNumber')} rules={required}>
              <Input maxLength={40} />
            </Form.Item>
            <Form.Item name={[line.id, 'expiresOn']} label={t('orders.expiresOn')} rules={required}>
              <Input type="date" />
            </Form.Item>
          </fieldset>
        ))}
      </ActForm>
    </Panel>
  );
};
