import { useTranslation } from 'react-i18next';
import { Page, Panel } from '../../pieces/page';
import { ActionsTable } from './actions-table';

/** The audit trail of the area: append only. */
export const Component = () => {
  const { t } = useTranslation();
  return (
    <Page title={t('trail.title')} lead={t('trail.lead')}>
      <Panel title={t('trail.title')} flush>
        <ActionsTable />
      </Panel>
    </Page>
  );
};
