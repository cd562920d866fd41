import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { executeOnce } from '../../api/client';
import { isFault, type Fault } from '../../api/fault';
import { isRefused, type Refused } from '../../api/refusal';
import { useRead } from '../../api/use-read';
import { FaultNotice, Notice, RefusalNotice } from '../../pieces/notice';
import { AskReset, LogInIssuers } from './door.documents';

/** Below the form: providers of an area, and what to do without the password. */
export const OtherWays = () => {
  const { t } = useTranslation();
  const issuers = useRead(LogInIssuers, {}).data?.logInIssuers ?? [];
  const [asking, setAsking] = useState(false);
  return (
    <div className="stack other-ways">
      {issuers.map(({ slug, name }) => (
        <Button key={slug} block size="large" href={`/oidc/${slug}/start`}>
          {t('door.by', { name })}
        </Button>
      ))}
      {asking ? (
        <Forgotten />
      ) : (
        <Button
          type="link"
          block
          onClick={() => {
            setAsking(true);
          }}
        >
          {t('door.forgotten')}
        </Button>
      )}
    </div>
  );
};

const Forgotten = () => {
  const { t } = useTranslation();
  const [done, setDone] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const [fault, setFault] = useState<Fault>();
  const ask = async (loginName: string) => {
    setRefused(undefined);
    try {
      const { passwordResetAsk: asked } = await executeOnce(AskReset, { input: { loginName } });
      if (isRefused(asked)) setRefused(asked);
      else setDone(true);
    } catch (error) {
      if (!isFault(error)) throw error;
      setFault(error);
    }
  };
  if (done) return <Notice tone="good" title={t('door.asked')} />;
  return (
    <Form<{ loginName: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={(values) => void ask(values.loginName)}
    >
      <Form.Item name="loginName" label={t('login.name')} rules={[{ required: true, message: t('pieces.required') }]}>
        <Input autoComplete="username" maxLength={64} />
      </Form.Item>
      <RefusalNotice refused={refused} />
      <FaultNotice fault={fault} />
      <Button htmlType="submit" block>
        {t('door.ask')}
      </Button>
    </Form>
  );
};
