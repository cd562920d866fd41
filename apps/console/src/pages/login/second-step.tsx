import { Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { executeOnce } from '../../api/client';
import { isRefused, type Refused } from '../../api/refusal';
import { RefusalNotice } from '../../pieces/notice';
import { SecretCode } from '../../pieces/secret-code';
import { StartEnrolment } from './door.documents';

interface SecondStepProps {
  readonly ticket: string;
  readonly next: 'CODE' | 'ENROLMENT';
  readonly busy: boolean;
  readonly onCode: (code: string) => void;
  readonly onBack: () => void;
}

interface Enrolment {
  readonly otpauthUri: string;
  readonly secret: string;
}

/** The second step: a code of the phone; at the first log-in the phone is enrolled before. */
export const SecondStep = ({ ticket, next, busy, onCode, onBack }: SecondStepProps) => {
  const { t } = useTranslation();
  const [enrolment, setEnrolment] = useState<Enrolment>();
  const [refused, setRefused] = useState<Refused>();
  useEffect(() => {
    if (next !== 'ENROLMENT') return;
    void executeOnce(StartEnrolment, { input: { ticket } }).then(({ secondFactorStart: begun }) => {
      if (isRefused(begun)) setRefused(begun);
      else if ('secret' in begun) setEnrolment(begun);
    });
  }, [ticket, next]);
  return (
    <>
      <p>{t(next === 'CODE' ? 'door.codeWords' : 'door.firstTime')}</p>
      {enrolment === undefined ? null : <SecretCode uri={enrolment.otpauthUri} secret={enrolment.secret} />}
      <RefusalNotice refused={refused} />
      <Form<{ code: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={({ code }) => {
          onCode(code);
        }}
      >
        <Form.Item name="code" label={t('door.code')} rules={[{ required: true, message: t('pieces.required') }]}>
          <Input autoComplete="one-time-code" inputMode="text" autoFocus size="large" maxLength={30} />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={busy}>
          {t('login.go')}
        </Button>
        <Button type="link" block onClick={onBack}>
          {t('door.back')}
        </Button>
      </Form>
    </>
  );
};
