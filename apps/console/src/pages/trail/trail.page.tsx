import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/me';
import { Page, Panel } from '../../pieces/page';
import { ActionsTable } from './actions-table';
import { keepText, useText } from './keep-text';
import { ActionsCsv } from './trail.documents';
import { everything, TrailFilterForm, type TrailFilter } from './trail-filter';

const noSubject = { subjectType: null, subjectId: null };

/** The audit trail of the area: append only, searched, and taken out as CSV. */
export const Component = () => {
  const { t } = useTranslation();
  const { role, areaCode } = useMe();
  const [filter, setFilter] = useState<TrailFilter>(everything);
  const csv = useText(ActionsCsv, (data) => data.actionsCsv);
  const mayExport = role !== 'AGENCY_ACCOUNTS' && role !== 'AGENCY_ACCOUNTS_CHECK';
  const take = async () => {
    keepText(`trail-${areaCode}.csv`, 'text/csv', await csv.fetch({ ...filter, ...noSubject }));
  };
  return (
    <Page
      title={t('trail.title')}
      lead={t('trail.lead')}
      actions={
        mayExport ? (
          <Button loading={csv.pending} onClick={() => void take()}>
            {t('trail.export')}
          </Button>
        ) : undefined
      }
    >
      <Panel title={t('trail.searchTitle')}>
        <TrailFilterForm filter={filter} choose={setFilter} />
      </Panel>
      <Panel title={t('trail.title')} flush>
        <ActionsTable
          filter={filter}
          narrow={(more) => {
            setFilter({ ...filter, ...more });
          }}
        />
      </Panel>
    </Page>
  );
};
