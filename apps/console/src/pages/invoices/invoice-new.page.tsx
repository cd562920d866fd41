import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '../../api/use-act';
import { useOrganisationName, useOrganisations } from '../../api/directory';
import { useMe } from '../../app/me';
import { ActForm } from '../../pieces/act-form';
import { minusExact } from '../../pieces/digits';
import { Money } from '../../pieces/figures';
import { Page, Panel } from '../../pieces/page';
import { InvoiceLineFields, type LineValues } from './invoice-line-fields';
import { SubmitInvoice } from './invoices.documents';
import { statedAmount, sumYuan } from './line-amount';

interface Values {
  readonly buyerId: string;
  readonly code?: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly tax: string;
  readonly lines: LineValues[];
}

const amountsOf = (lines: readonly Partial<LineValues>[] | undefined) =>
  (lines ?? []).map((line) => statedAmount(line.quantity ?? '', line.price ?? '', line.priceUnits ?? ''));

/** The supplier enters an invoice; every difference to what was accepted comes back in words, line by line. */
export const Component = () => {
  const { t } = useTranslation();
  const { businessDate } = useMe();
  const go = useNavigate();
  const nameOf = useOrganisationName();
  const hospitals = useOrganisations().filter((organisation) => organisation.kind === 'HOSPITAL');
  const submit = useAct('invoiceSubmit', SubmitInvoice, (data) => data.invoiceSubmit);
  const [form] = Form.useForm<Values>();
  const lines = Form.useWatch('lines', form);
  const tax = Form.useWatch('tax', form);
  const total = sumYuan(amountsOf(lines));
  const required = [{ required: true, message: t('pieces.required') }];
  const send = async ({ lines: typed, code, ...values }: Values) => {
    const amounts = amountsOf(typed);
    const sum = sumYuan(amounts);
    const done = await submit.act({
      ...values,
      ...(code ? { code } : {}),
      net: minusExact(sum, values.tax),
      total: sum,
      lines: typed.map((line, index) => ({ ...line, amount: amounts[index] ?? '0.00' })),
    });
    if (done !== undefined) await go(`/invoices/${done.id}`);
    return done;
  };
  return (
    <Page
      title={t('invoices.enter')}
      lead={t('invoices.enterLead')}
      trail={[{ words: t('invoices.title'), to: '/invoices' }, { words: t('invoices.enter') }]}
    >
      <Panel title={t('invoices.facts')}>
        <ActForm<Values>
          form={form}
          submit={t('invoices.submit')}
          act={submit}
          send={send}
          initial={{
            issuedOn: businessDate,
            tax: '0.00',
            lines: [{ productId: '', quantity: '', price: '', priceUnits: '1' }],
          }}
          extra={
            <span>
              {t('invoices.net')}{' '}
              <Money amount={minusExact(total, /^\d+(\.\d{1,2})?$/.test(tax ?? '') ? (tax ?? '0') : '0')} />
              {' · '}
              {t('invoices.total')}{' '}
              <strong>
                <Money amount={total} />
              </strong>
            </span>
          }
        >
          <Form.Item name="buyerId" label={t('invoices.buyer')} rules={required}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={hospitals.map((hospital) => ({ value: hospital.id, label: nameOf(hospital) }))}
            />
          </Form.Item>
          <Form.Item name="number" label={t('invoices.number')} extra={t('invoices.numberHint')} rules={required}>
            <Input maxLength={20} inputMode="numeric" autoComplete="off" />
          </Form.Item>
          <Form.Item name="code" label={t('invoices.code')} extra={t('invoices.codeHint')}>
            <Input maxLength={12} inputMode="numeric" autoComplete="off" />
          </Form.Item>
          <Form.Item name="issuedOn" label={t('invoices.issuedOn')} rules={required}>
            <Input type="date" max={businessDate} />
          </Form.Item>
          <Form.Item
            name="tax"
            label={t('invoices.tax')}
            rules={[{ required: true, pattern: /^\d+(\.\d{1,2})?$/, message: t('pieces.notMoney') }]}
          >
            <Input inputMode="decimal" />
          </Form.Item>
          <div className="wide">
            <h3>{t('invoices.lines')}</h3>
            <Form.List name="lines">
              {(fields, { add, remove }) => (
                <div className="stack tight">
                  {fields.map((field) => (
                    <InvoiceLineFields
                      key={field.key}
                      index={field.name}
                      form={form}
                      amount={amountsOf(lines)[field.name]}
                      {...(fields.length > 1
                        ? {
                            onRemove: () => {
                              remove(field.name);
                            },
                          }
                        : {})}
                    />
                  ))}
                  <div>
                    <Button
                      onClick={() => {
                        add({ productId: '', quantity: '', price: '', priceUnits: '1' });
                      }}
                    >
                      {t('invoices.addLine')}
                    </Button>
                  </div>
                </div>
              )}
            </Form.List>
          </div>
        </ActForm>
      </Panel>
    </Page>
  );
};
