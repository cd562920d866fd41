import { useTranslation } from 'react-i18next';
import { may } from '../../app/may';
import { useMe } from '../../app/me';
import { Page, Panel } from '../../pieces/page';
import { AgencySavings } from './agency-savings';
import { SheetsTable } from './sheets-table';
import { TakeUp } from './take-up';

/** Retained savings: a hospital finds its own sheets, the agency its policies, years and calculations. */
export const Component = () => {
  const { t } = useTranslation();
  const me = useMe();
  const hospital = me.role === 'HOSPITAL';
  return (
    <Page
      title={t('savings.title')}
      lead={hospital ? t('savings.leadHospital') : t('savings.lead')}
      actions={may(me.role, 'savingsYearTakeUp') ? <TakeUp /> : undefined}
    >
      {hospital ? null : <AgencySavings />}
      <Panel title={t('savings.sheets')} note={t('savings.yuan')} flush>
        <SheetsTable />
      </Panel>
    </Page>
  );
};
