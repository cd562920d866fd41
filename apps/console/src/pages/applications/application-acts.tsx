import { Form, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { may } from '../../app/may';
import { useMe } from '../../app/me';
import { ActDialog } from '../../pieces/act-dialog';
import {
  AcceptApplication,
  ConfirmGrade,
  DecideObjection,
  FileObjection,
  ReturnApplication,
  StartPublicity,
} from './applications.documents';
import type { FullApplication } from './application.page';

/** What may be done with an application now, by the person who is logged in. */
export const ApplicationActs = ({ application }: { application: FullApplication }) => {
  const { role } = useMe();
  const state = application.assessment?.state;
  const id = application.assessment?.id ?? '';
  return (
    <>
      {may(role, 'applicationAccept') && application.state === 'SUBMITTED' ? (
        <Receive applicationId={application.id} />
      ) : null}
      {may(role, 'publicityStart') && state === 'CONCLUDED' ? <Publish assessmentId={id} /> : null}
      {may(role, 'objectionFile') && state === 'IN_PUBLICITY' ? <Objection assessmentId={id} /> : null}
      {may(role, 'objectionDecide') && state === 'OBJECTED' ? <Decide assessmentId={id} /> : null}
      {may(role, 'gradeConfirm') && state === 'PUBLICITY_ENDED' ? <Confirm assessmentId={id} /> : null}
    </>
  );
};

const Receive = ({ applicationId }: { applicationId: string }) => {
  const { t } = useTranslation();
  const accept = useAct('applicationAccept', AcceptApplication, (data) => data.applicationAccept);
  const giveBack = useAct('applicationReturn', ReturnApplication, (data) => data.applicationReturn);
  return (
    <>
      <ActDialog
        label={t('applications.return')}
        title={t('applications.return')}
        reason={t('applications.returnReason')}
        consequence={t('applications.returnConsequence')}
        act={giveBack}
        send={(reason) => giveBack.act({ applicationId, reason })}
      />
      <ActDialog
        label={t('applications.accept')}
        title={t('applications.accept')}
        kind="primary"
        consequence={t('applications.acceptConsequence')}
        act={accept}
        send={() => accept.act({ applicationId })}
      />
    </>
  );
};

const Publish = ({ assessmentId }: { assessmentId: string }) => {
  const { t } = useTranslation();
  const publish = useAct('publicityStart', StartPublicity, (data) => data.publicityStart);
  return (
    <ActDialog
      label={t('applications.publish')}
      title={t('applications.publish')}
      kind="primary"
      consequence={t('applications.publishConsequence')}
      act={publish}
      send={() => publish.act({ assessmentId })}
    />
  );
};

const Decide = ({ assessmentId }: { assessmentId: string }) => {
  const { t } = useTranslation();
  const decide = useAct('objectionDecide', DecideObjection, (data) => data.objectionDecide);
  return (
    <>
      <ActDialog
        label={t('applications.dismiss')}
        title={t('applications.dismiss')}
        reason={t('applications.upholdReason')}
        consequence={t('applications.dismissConsequence')}
        act={decide}
        send={(reason) => decide.act({ assessmentId, upheld: false, reason })}
      />
      <ActDialog
        label={t('applications.uphold')}
        title={t('applications.uphold')}
        kind="danger"
        reason={t('applications.upholdReason')}
        consequence={t('applications.upholdConsequence')}
        act={decide}
        send={(reason) => decide.act({ assessmentId, upheld: true, reason })}
      />
    </>
  );
};

const Objection = ({ assessmentId }: { assessmentId: string }) => {
  const { t } = useTranslation();
  const file = useAct('objectionFile', FileObjection, (data) => data.objectionFile);
  const [objectorName, setObjectorName] = useState('');
  const fieldId = useId();
  return (
    <ActDialog
      label={t('applications.objection')}
      title={t('applications.objection')}
      reason={t('applications.objectionReason')}
      consequence={t('applications.objectionConsequence')}
      act={file}
      send={(reason) => file.act({ assessmentId, objectorName, reason })}
    >
      <Form layout="vertical" component={false}>
        <Form.Item label={t('applications.objector')} htmlFor={fieldId} required style={{ marginBottom: 0 }}>
          <Input
            id={fieldId}
            value={objectorName}
            maxLength={60}
            onChange={(event) => {
              setObjectorName(event.target.value);
            }}
          />
        </Form.Item>
      </Form>
    </ActDialog>
  );
};

const Confirm = ({ assessmentId }: { assessmentId: string }) => {
  const { t } = useTranslation();
  const confirm = useAct('gradeConfirm', ConfirmGrade, (data) => data.gradeConfirm);
  return (
    <ActDialog
      label={t('applications.confirm')}
      title={t('applications.confirm')}
      kind="primary"
      consequence={t('applications.confirmConsequence')}
      act={confirm}
      send={() => confirm.act({ assessmentId })}
    />
  );
};
