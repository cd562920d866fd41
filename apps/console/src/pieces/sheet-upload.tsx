import { Button } from 'antd';
import { useId, useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { sendFile } from '../api/client';
import { isFault, type Fault } from '../api/fault';
import { FaultNotice } from './notice';

const limitMiB = 32;

interface SheetUploadProps {
  readonly accept: string;
  readonly hint: string;
  readonly busy: boolean;
  /** Called with the id of the stored file. */
  readonly onFile: (fileId: string, name: string) => Promise<unknown>;
}

/** Takes one file by button, keyboard or drop, stores it, and hands its id on. Size is checked before it leaves. */
export const SheetUpload = ({ accept, hint, busy, onFile }: SheetUploadProps) => {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(false);
  const [tooLarge, setTooLarge] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const id = useId();

  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    setFault(undefined);
    setTooLarge(file.size > limitMiB * 1024 * 1024);
    if (file.size > limitMiB * 1024 * 1024) return;
    setSending(true);
    try {
      await onFile(await sendFile(file), file.name);
    } catch (error) {
      if (!isFault(error)) throw error;
      setFault(error);
    } finally {
      setSending(false);
      if (input.current) input.current.value = '';
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void take(event.dataTransfer.files[0]);
  };

  return (
    <div className="stack tight">
      <div
        className="drop"
        onDrop={drop}
        onDragOver={(event) => {
          event.preventDefault();
        }}
      >
        <Button type="primary" loading={sending || busy} onClick={() => input.current?.click()}>
          {t('upload.choose')}
        </Button>
        <label htmlFor={id} className="muted">
          {hint}
        </label>
        <input
          ref={input}
          id={id}
          type="file"
          accept={accept}
          className="hidden-words"
          tabIndex={-1}
          onChange={(event) => void take(event.target.files?.[0])}
        />
      </div>
      {tooLarge ? <p className="wrong-words">{t('upload.tooLarge', { limit: limitMiB })}</p> : null}
      <FaultNotice fault={fault} />
    </div>
  );
};
