import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActForm } from '../../pieces/act-form';
import { FaultNotice, RefusalNotice } from '../../pieces/notice';
import { Panel } from '../../pieces/page';
import { SecretCode } from '../../pieces/secret-code';
import { ShownOnce } from '../../pieces/shown-once';
import { ConfirmSecondFactor, EnrolSecondFactor, RenewRecoveryCodes, type Account } from './sessions.documents';

interface Enrolment {
  readonly otpauthUri: string;
  readonly secret: string;
}

/** The second factor of one's own: enrolled here, its recovery codes renewed here; taken away by two administrators. */
export const SecondFactorPanel = ({ account }: { account: Account }) => {
  const { t } = useTranslation();
  const [codes, setCodes] = useState<readonly string[]>();
  const [enrolment, setEnrolment] = useState<Enrolment>();
  const enrol = useAct('secondFactorEnrol', EnrolSecondFactor, (data) => data.secondFactorEnrol);
  const begin = async () => {
    const begun = await enrol.act({});
    if (begun !== undefined && 'secret' in begun) setEnrolment(begun);
  };
  const shown = (next: readonly string[] | null | undefined) => {
    setEnrolment(undefined);
    if (next) setCodes(next);
  };
  const note = account.secondFactor
    ? t('sessions.secondOn', { left: account.recoveryCodesLeft })
    : t(account.secondFactorDemanded ? 'sessions.secondDemanded' : 'sessions.secondOff');
  return (
    <Panel title={t('sessions.second')} note={note}>
      <div className="stack">
        {codes === undefined ? null : (
          <ShownOnce
            title={t('door.codes')}
            words={t('door.codesWords')}
            lines={codes}
            onDone={() => {
              setCodes(undefined);
            }}
          />
        )}
        {enrolment === undefined ? null : <SecretCode uri={enrolment.otpauthUri} secret={enrolment.secret} />}
        {account.secondFactor || enrolment !== undefined ? (
          <CodeForm key={String(account.secondFactor)} renew={account.secondFactor} onCodes={shown} />
        ) : (
          <div>
            <Button type="primary" loading={enrol.pending} onClick={() => void begin()}>
              {t('sessions.enrol')}
            </Button>
          </div>
        )}
        <RefusalNotice refused={enrol.refused} />
        <FaultNotice fault={enrol.fault} />
      </div>
    </Panel>
  );
};

const CodeForm = ({ renew, onCodes }: { renew: boolean; onCodes: (codes: readonly string[] | null) => void }) => {
  const { t } = useTranslation();
  const confirming = useAct('secondFactorConfirm', ConfirmSecondFactor, (data) => data.secondFactorConfirm);
  const renewing = useAct('recoveryCodesRenew', RenewRecoveryCodes, (data) => data.recoveryCodesRenew);
  const act = renew ? renewing : confirming;
  const send = async ({ code }: { code: string }) => {
    const done = await act.act({ code });
    if (done !== undefined && 'left' in done) onCodes(done.codes);
    return done;
  };
  return (
    <ActForm<{ code: string }> submit={t(renew ? 'sessions.renew' : 'sessions.confirm')} act={act} send={send}>
      <Form.Item
        name="code"
        label={t('door.code')}
        {...(renew ? { extra: t('sessions.renewWords') } : {})}
        rules={[{ required: true, message: t('pieces.required') }]}
      >
        <Input autoComplete="one-time-code" inputMode="numeric" maxLength={10} />
      </Form.Item>
    </ActForm>
  );
};
