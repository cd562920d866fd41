import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useMe } from '../../app/me';
import { FormDialog } from '../../pieces/form-dialog';
import { Tag } from '../../pieces/tag';
import { PurposeFields, type ColumnCode, type PurposeWords } from './purpose-fields';
import { ShowNumber } from './unmask.documents';

interface Shown {
  readonly value: string | null;
  readonly erased: boolean;
  readonly showUntil: string;
}

const MAY: readonly string[] = ['AGENCY_CLERK', 'AGENCY_APPROVAL', 'AGENCY_ACCOUNTS', 'AGENCY_ACCOUNTS_CHECK'];

/** Shows a masked number beside itself for two minutes, after somebody said why; then it is gone from the page. */
export const UnmaskButton = ({ columnCode, rowId }: { columnCode: ColumnCode; rowId: string }) => {
  const { t } = useTranslation();
  const { role } = useMe();
  const [shown, setShown] = useState<Shown>();
  const show = useAct('personalNumberShow', ShowNumber, (data) => data.personalNumberShow);
  useEffect(() => {
    if (shown === undefined) return;
    const left = Math.max(0, new Date(shown.showUntil).getTime() - Date.now());
    const timer = setTimeout(() => {
      setShown(undefined);
    }, left);
    return () => {
      clearTimeout(timer);
    };
  }, [shown]);
  if (!MAY.includes(role)) return null;
  if (shown?.erased === true) return <Tag tone="warn">{t('unmask.erased')}</Tag>;
  if (typeof shown?.value === 'string') return <strong className="number">{shown.value}</strong>;
  return (
    <FormDialog<PurposeWords>
      small
      label={t('unmask.show')}
      act={show}
      send={async (why) => {
        const answer = await show.act({ ...why, columnCode, rowId });
        if (answer !== undefined && 'value' in answer) setShown(answer);
        return answer;
      }}
    >
      <p>{t('unmask.showWords')}</p>
      <PurposeFields />
    </FormDialog>
  );
};
