import { Button, Form, Input, Modal } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fault } from '../api/fault';
import type { Refused } from '../api/refusal';
import { FaultNotice, RefusalNotice } from './notice';

interface ActDialogProps {
  readonly label: string;
  readonly title: string;
  /** What will be true afterwards, and whether it can be taken back. */
  readonly consequence: ReactNode;
  readonly kind?: 'primary' | 'default' | 'danger';
  /** Ask for a reason; without words it is not sent. */
  readonly reason?: string;
  readonly disabled?: boolean;
  readonly small?: boolean;
  readonly act: {
    readonly pending: boolean;
    readonly refused: Refused | undefined;
    readonly fault: Fault | undefined;
    readonly clear: () => void;
  };
  /** Resolves with undefined when it was refused; the dialog stays open then. */
  readonly send: (reason: string) => Promise<unknown>;
  readonly children?: ReactNode;
}

/** A button for a weighty act: says what will follow, asks for a reason where one is due, shows the refusal in place. */
export const ActDialog = ({ label, kind = 'default', disabled = false, small = false, ...dialog }: ActDialogProps) => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        type={kind === 'primary' ? 'primary' : 'default'}
        danger={kind === 'danger'}
        size={small ? 'small' : 'medium'}
        disabled={disabled}
        onClick={() => {
          setOpen(true);
        }}
      >
        {label}
      </Button>
      {open ? (
        <Dialog
          {...dialog}
          label={label}
          kind={kind}
          close={() => {
            dialog.act.clear();
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
};

type DialogProps = Omit<ActDialogProps, 'disabled' | 'small'> & { readonly close: () => void };

const Dialog = ({ label, title, consequence, kind, reason, act, send, close, children }: DialogProps) => {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [touched, setTouched] = useState(false);
  const fieldId = useId();
  const missing = reason !== undefined && words.trim() === '';
  const go = async () => {
    setTouched(true);
    if (missing) return;
    if ((await send(words.trim())) !== undefined) close();
  };
  return (
    <Modal
      open
      title={title}
      onCancel={close}
      onOk={() => void go()}
      okText={label}
      cancelText={t('pieces.cancel')}
      confirmLoading={act.pending}
      okButtonProps={{ danger: kind === 'danger' }}
      destroyOnHidden
    >
      <div className="stack">
        <div>{consequence}</div>
        {children}
        {reason === undefined ? null : (
          <Form layout="vertical" component={false}>
            <Form.Item
              label={reason}
              htmlFor={fieldId}
              required
              style={{ marginBottom: 0 }}
              validateStatus={touched && missing ? 'error' : ''}
              help={touched && missing ? t('pieces.reasonMissing') : undefined}
            >
              <Input.TextArea
                id={fieldId}
                rows={3}
                maxLength={500}
                value={words}
                onChange={(event) => {
                  setWords(event.target.value);
                }}
              />
            </Form.Item>
          </Form>
        )}
        <RefusalNotice refused={act.refused} />
        <FaultNotice fault={act.fault} />
      </div>
    </Modal>
  );
};
