import { Button, Form, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fault } from '../api/fault';
import type { Refused } from '../api/refusal';
import { FaultNotice, RefusalNotice } from './notice';

interface FormDialogProps<Values extends object> {
  readonly label: string;
  readonly kind?: 'primary' | 'default';
  readonly small?: boolean;
  readonly act: {
    readonly pending: boolean;
    readonly refused: Refused | undefined;
    readonly fault: Fault | undefined;
    readonly clear: () => void;
  };
  readonly send: (values: Values) => Promise<unknown>;
  readonly initial?: Partial<Values>;
  readonly children: ReactNode;
}

/** A button that opens a short form over one mutation; it stays open while the answer is a refusal. */
export const FormDialog = <Values extends object>({
  label,
  kind = 'default',
  small = false,
  act,
  send,
  initial,
  children,
}: FormDialogProps<Values>) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<Values>();
  const close = () => {
    act.clear();
    setOpen(false);
  };
  const go = async (values: Values) => {
    if ((await send(values)) !== undefined) close();
  };
  return (
    <>
      <Button
        type={kind}
        size={small ? 'small' : 'medium'}
        onClick={() => {
          setOpen(true);
        }}
      >
        {label}
      </Button>
      <Modal
        open={open}
        title={label}
        onCancel={close}
        onOk={() => {
          form.submit();
        }}
        okText={label}
        cancelText={t('pieces.cancel')}
        confirmLoading={act.pending}
        destroyOnHidden
        forceRender={false}
      >
        {open ? (
          <Form<Values>
            form={form}
            layout="vertical"
            preserve={false}
            onFinish={(values) => void go(values)}
            {...(initial === undefined ? {} : { initialValues: initial })}
          >
            {children}
            <RefusalNotice refused={act.refused} />
            <FaultNotice fault={act.fault} />
          </Form>
        ) : null}
      </Modal>
    </>
  );
};
