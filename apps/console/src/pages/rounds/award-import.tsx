import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { FaultNotice, RefusalNotice } from '../../pieces/notice';
import { Panel } from '../../pieces/page';
import { SheetUpload } from '../../pieces/sheet-upload';
import { ImportAwards } from './rounds.documents';

interface Supplement {
  readonly productCode: string;
  readonly unitsPerPack?: string;
  readonly packPrice?: string;
  readonly note: string;
}
interface Values {
  readonly supplyAreaNote?: string;
  readonly supplements?: Supplement[];
}

/** Imports the award table, all or nothing. A row that lacks a figure can be completed, with a note that stays visible. */
export const AwardImport = ({ periodId }: { periodId: string }) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const [file, setFile] = useState<{ id: string; name: string }>();
  const load = useAct('awardsImport', ImportAwards, (data) => data.awardsImport);
  const required = [{ required: true, message: t('pieces.required') }];
  const send = async (fileId: string) => {
    const { supplyAreaNote, supplements = [] } = await form.validateFields();
    return load.act({
      periodId,
      fileId,
      ...(supplyAreaNote ? { supplyAreaNote } : {}),
      supplements: supplements.map(({ productCode, unitsPerPack, packPrice, note }) => ({
        productCode,
        note,
        ...(unitsPerPack ? { unitsPerPack } : {}),
        ...(packPrice ? { packPrice } : {}),
      })),
    });
  };
  return (
    <Panel title={t('rounds.import')} note={t('rounds.importNote')}>
      <Form<Values> form={form} layout="vertical">
        <Form.Item name="supplyAreaNote" label={t('rounds.supplyAreaNote')} extra={t('rounds.supplyAreaHint')}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.List name="supplements">
          {(fields, { add, remove }) => (
            <div className="stack tight" style={{ marginBottom: 16 }}>
              {fields.map((field) => (
                <fieldset key={field.key} className="line-fields">
                  <legend>{t('rounds.supplementNumber', { number: field.name + 1 })}</legend>
                  <Form.Item name={[field.name, 'productCode']} label={t('rounds.productCode')} rules={required}>
                    <Input />
                  </Form.Item>
                  <Form.Item name={[field.name, 'unitsPerPack']} label={t('rounds.unitsPerPack')}>
                    <Input inputMode="numeric" />
                  </Form.Item>
                  <Form.Item name={[field.name, 'packPrice']} label={t('rounds.packPrice')}>
                    <Input inputMode="decimal" />
                  </Form.Item>
                  <Form.Item name={[field.name, 'note']} label={t('rounds.note')} rules={required}>
                    <Input />
                  </Form.Item>
                  <div className="line-amount">
                    <Button
                      size="small"
                      onClick={() => {
                        remove(field.name);
                      }}
                    >
                      {t('invoices.removeLine')}
                    </Button>
                  </div>
                </fieldset>
              ))}
              <div>
                <Button
                  onClick={() => {
                    add();
                  }}
                >
                  {t('rounds.addSupplement')}
                </Button>
              </div>
            </div>
          )}
        </Form.List>
      </Form>
      <div className="stack">
        <SheetUpload
          accept=".csv,.xlsx"
          hint={file === undefined ? t('rounds.importHint') : t('rounds.importFile', { name: file.name })}
          busy={load.pending}
          onFile={(id, name) => {
            setFile({ id, name });
            return send(id);
          }}
        />
        <RefusalNotice refused={load.refused} />
        <FaultNotice fault={load.fault} />
        {load.refused === undefined || file === undefined ? null : (
          <div>
            <Button onClick={() => void send(file.id)} loading={load.pending}>
              {t('rounds.importAgain')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
};
