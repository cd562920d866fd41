import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useMe } from '../../app/me';
import { ActForm } from '../../pieces/act-form';
import { Panel } from '../../pieces/page';
import { RecordAcceptance } from './order-acts.documents';
import type { Shipment } from './shipments-panel';

interface Received {
  readonly accepted: string;
  readonly damaged: string;
  readonly missing: string;
}
type Values = { readonly acceptedOn: string } & { readonly [lineId: string]: Received | string };

/** What came of each line: accepted, damaged, missing. All is proposed as accepted. */
export const ReceiveForm = ({ shipment }: { shipment: Shipment }) => {
  const { t } = useTranslation();
  const { businessDate } = useMe();
  const record = useAct('acceptanceRecord', RecordAcceptance, (data) => data.acceptanceRecord);
  const open = shipment.lines.filter((line) => line.acceptance === null);
  const whole = [{ required: true, pattern: /^\d{1,18}$/, message: t('pieces.notNumber') }];
  const send = (values: Values) =>
    record.act({
      shipmentId: shipment.id,
      acceptedOn: values.acceptedOn,
      lines: open.flatMap((line) => {
        const typed = values[line.id];
        return typed === undefined || typeof typed === 'string' ? [] : [{ shipmentLineId: line.id, ...typed }];
      }),
    });
  return (
    <Panel title={t('orders.receive')} note={t('orders.receiveNote')}>
      <ActForm<Values>
        submit={t('orders.receiveSend')}
        act={record}
        send={send}
        initial={{
          acceptedOn: businessDate,
          ...Object.fromEntries(open.map((line) => [line.id, { accepted: line.quantity, damaged: '0', missing: '0' }])),
        }}
      >
        <Form.Item
          name="acceptedOn"
          label={t('orders.acceptedOn')}
          rules={[{ required: true, message: t('pieces.required') }]}
        >
          <Input type="date" max={businessDate} />
        </Form.Item>
        {open.map((line) => (
          <fieldset key={line.id} className="line-fields wide">
            <legend>
              {line.product.nameZh} {line.product.strength} · {t('orders.batch', { batch: line.batchNumber })} ·{' '}
              {t('orders.shippedUnits', { units: line.quantity })}
            </legend>
            <Form.Item name={[line.id, 'accepted']} label={t('orders.accepted')} rules={whole}>
              <Input inputMode="numeric" />
            </Form.Item>
            <Form.Item name={[line.id, 'damaged']} label={t('orders.damaged')} rules={whole}>
              <Input inputMode="numeric" />
            </Form.Item>
            <Form.Item name={[line.id, 'missing']} label={t('orders.missing')} rules={whole}>
              <Input inputMode="numeric" />
            </Form.Item>
          </fieldset>
        ))}
      </ActForm>
    </Panel>
  );
};
