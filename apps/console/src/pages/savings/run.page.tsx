import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useAct } from '../../api/use-act';
import { may } from '../../app/may';
import { useMe } from '../../app/me';
import { ActDialog } from '../../pieces/act-dialog';
import { Page, Panel } from '../../pieces/page';
import { HandOverSavings } from './savings.documents';
import { SheetsTable } from './sheets-table';

/** One sealed calculation: a sheet per hospital. */
export const Component = () => {
  const { t } = useTranslation();
  const { runId = '' } = useParams();
  return (
    <Page
      title={t('savings.run')}
      lead={t('savings.runLead')}
      trail={[{ words: t('savings.title'), to: '/savings' }, { words: t('savings.run') }]}
      actions={<HandOver runId={runId} />}
    >
      <Panel title={t('savings.sheets')} note={t('savings.yuan')} flush>
        <SheetsTable runId={runId} />
      </Panel>
    </Page>
  );
};

const HandOver = ({ runId }: { runId: string }) => {
  const { t } = useTranslation();
  const { role } = useMe();
  const handOver = useAct('savingsRunHandOver', HandOverSavings, (data) => data.savingsRunHandOver);
  if (!may(role, 'savingsRunHandOver')) return null;
  return (
    <ActDialog
      label={t('savings.handOver')}
      title={t('savings.handOver')}
      kind="primary"
      consequence={t('savings.handOverConsequence')}
      act={handOver}
      send={() => handOver.act({ runId })}
    />
  );
};
