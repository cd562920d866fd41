import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page, Panel } from '../../pieces/page';
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
    >
      <Panel title={t('savings.sheets')} note={t('savings.yuan')} flush>
        <SheetsTable runId={runId} />
      </Panel>
    </Page>
  );
};
