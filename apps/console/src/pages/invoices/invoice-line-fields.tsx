import { Button, Form, Input, Select, type FormInstance } from 'antd';
import { useTranslation } from 'react-i18next';
import { useProducts } from '../../api/products';
import { Money } from '../../pieces/figures';

export interface LineValues {
  readonly productId: string;
  readonly quantity: string;
  readonly price: string;
  readonly priceUnits: string;
}

interface LineFieldsProps<Values> {
  readonly index: number;
  readonly form: FormInstance<Values>;
  readonly amount: string | undefined;
  readonly onRemove?: () => void;
}

/** One line: the product sets how many units a pack has, so the price is typed as on the paper, per pack. */
export const InvoiceLineFields = <Values,>({ index, form, amount, onRemove }: LineFieldsProps<Values>) => {
  const { t } = useTranslation();
  const products = useProducts();
  const wholeNumber = [{ required: true, pattern: /^[1-9]\d{0,17}$/, message: t('pieces.notNumber') }];
  return (
    <fieldset className="line-fields">
      <legend>{t('invoices.line', { number: index + 1 })}</legend>
      <Form.Item
        name={[index, 'productId']}
        label={t('invoices.product')}
        rules={[{ required: true, message: t('pieces.required') }]}
        className="wide"
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={products.map((product) => ({
            value: product.id,
            label: `${product.nameZh} ${product.strength} × ${product.unitsPerPack} · ${product.code}`,
          }))}
          onChange={(id: string) => {
            const product = products.find((each) => each.id === id);
            if (product) form.setFieldValue(['lines', index, 'priceUnits'] as never, product.unitsPerPack);
          }}
        />
      </Form.Item>
      <Form.Item name={[index, 'quantity']} label={t('invoices.quantity')} rules={wholeNumber}>
        <Input inputMode="numeric" />
      </Form.Item>
      <Form.Item
        name={[index, 'price']}
        label={t('invoices.packPrice')}
        rules={[{ required: true, pattern: /^\d+(\.\d{1,2})?$/, message: t('pieces.notMoney') }]}
      >
        <Input inputMode="decimal" />
      </Form.Item>
      <Form.Item name={[index, 'priceUnits']} label={t('invoices.unitsPerPack')} rules={wholeNumber}>
        <Input inputMode="numeric" />
      </Form.Item>
      <div className="line-amount">
        <span className="muted small">{t('invoices.amount')}</span>
        <Money amount={amount} />
        {onRemove === undefined ? null : (
          <Button size="small" onClick={onRemove}>
            {t('invoices.removeLine')}
          </Button>
        )}
      </div>
    </fieldset>
  );
};
