import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { may } from '../../app/may';
import { useMe } from '../../app/me';
import { ActDialog } from '../../pieces/act-dialog';
import { AnswerObjection, ConfirmSheet, ObjectToSheet } from './savings.documents';
import type { FullSheet } from './sheet.page';

/** What the reader may do with a sheet: the hospital confirms or objects, the clerk answers. */
export const SheetActs = ({ sheet }: { sheet: FullSheet }) => {
  const { t } = useTranslation();
  const { role } = useMe();
  const confirm = useAct('savingsSheetConfirm', ConfirmSheet, (data) => data.savingsSheetConfirm);
  const object = useAct('savingsSheetObject', ObjectToSheet, (data) => data.savingsSheetObject);
  const answer = useAct('savingsSheetAnswer', AnswerObjection, (data) => data.savingsSheetAnswer);
  return (
    <>
      <Button
        onClick={() => {
          window.print();
        }}
      >
        {t('pieces.print')}
      </Button>
      {may(role, 'savingsSheetConfirm') && sheet.state === 'OPEN' ? (
        <>
          <ActDialog
            label={t('savings.object')}
            title={t('savings.object')}
            reason={t('savings.objectionWords')}
            consequence={t('savings.objectConsequence')}
            act={object}
            send={(objection) => object.act({ sheetId: sheet.id, objection })}
          />
          <ActDialog
            label={t('savings.confirm')}
            title={t('savings.confirm')}
            kind="primary"
            consequence={t('savings.confirmConsequence')}
            act={confirm}
            send={() => confirm.act({ sheetId: sheet.id })}
          />
        </>
      ) : null}
      {may(role, 'savingsSheetAnswer') && sheet.state === 'OBJECTED' ? (
        <ActDialog
          label={t('savings.answer')}
          title={t('savings.answer')}
          kind="primary"
          reason={t('savings.answerWords')}
          consequence={t('savings.answerConsequence')}
          act={answer}
          send={(reason) => answer.act({ sheetId: sheet.id, reason })}
        />
      ) : null}
    </>
  );
};
