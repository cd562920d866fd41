import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { useAct } from '../../api/use-act';
import { useOrganisationName } from '../../api/directory';
import { usePages } from '../../api/use-read';
import { useMe } from '../../app/me';
import { ActDialog } from '../../pieces/act-dialog';
import { Empty } from '../../pieces/empty';
import { Money, Units } from '../../pieces/figures';
import { Page, Panel } from '../../pieces/page';
import { PagesTable, Waiting } from '../../pieces/pages-table';
import { StateTag } from '../../pieces/state-tag';
import type { Column } from '../../pieces/table';
import { usePeriods, type NamedPeriod } from '../rounds/use-periods';
import { MainContracts, SignContracts } from './contracts.documents';
import { SubContractsPanel } from './sub-contracts-panel';

type Main = ResultOf<typeof MainContracts>['mainContracts']['edges'][number]['node'];

/** Contracts of a period: main contracts for the agency, one's own sub-contracts for a hospital or supplier. */
export const Component = () => {
  const { t } = useTranslation();
  const { role } = useMe();
  const [search, setSearch] = useSearchParams();
  const periods = usePeriods();
  const chosen = periods?.find(({ period }) => period.id === search.get('period')) ?? periods?.[0];
  const outside = role === 'HOSPITAL' || role === 'SUPPLIER';
  return (
    <Page
      title={t('contracts.title')}
      lead={t('contracts.lead')}
      tag={chosen === undefined ? undefined : <StateTag noun="period" state={chosen.period.state} />}
      actions={
        <>
          {periods === undefined || periods.length < 2 ? null : (
            <Select
              aria-label={t('rounds.period')}
              value={chosen?.period.id ?? ''}
              style={{ minWidth: 240, maxWidth: '100%' }}
              options={periods.map(({ period, name }) => ({ value: period.id, label: name }))}
              onChange={(id: string) => {
                setSearch({ period: id }, { replace: true });
              }}
            />
          )}
          {outside && chosen?.period.state === 'CONTRACTED' ? <Sign chosen={chosen} /> : null}
        </>
      }
    >
      {periods === undefined ? <Waiting /> : null}
      {periods?.length === 0 ? (
        <Panel title={t('contracts.title')}>
          <Empty title={t('rounds.noPeriods')} />
        </Panel>
      ) : null}
      {chosen === undefined ? null : outside ? (
        <SubContractsPanel periodId={chosen.period.id} />
      ) : (
        <MainContractsPanel chosen={chosen} />
      )}
    </Page>
  );
};

const MainContractsPanel = ({ chosen }: { chosen: NamedPeriod }) => {
  const { t, i18n } = useTranslation();
  const nameOf = useOrganisationName();
  const pages = usePages(MainContracts, { periodId: chosen.period.id }, (data) => data.mainContracts);
  const columns: readonly Column<Main>[] = [
    {
      key: 'number',
      head: t('contracts.number'),
      cell: (contract) => <Link to={`/contracts/${chosen.period.id}/${contract.id}`}>{contract.number}</Link>,
    },
    {
      key: 'variety',
      head: t('reports.variety'),
      cell: (contract) => (
        <>
          {i18n.language === 'en' ? contract.variety.genericNameEn : contract.variety.genericNameZh}{' '}
          {contract.product.strength}
        </>
      ),
    },
    { key: 'winner', head: t('rounds.maker'), cell: (contract) => nameOf(contract.manufacturer) },
    {
      key: 'state',
      head: t('contracts.state'),
      cell: (contract) => <StateTag noun="contract" state={contract.state} />,
    },
    {
      key: 'agreed',
      head: t('contracts.agreed'),
      end: true,
      cell: (contract) => <Units count={contract.agreedQuantity} unit={contract.variety.smallestUnitZh} />,
    },
    { key: 'subs', head: t('contracts.subCount'), end: true, cell: (contract) => contract.subContractCount },
    { key: 'amount', head: t('rounds.amount'), end: true, cell: (contract) => <Money amount={contract.amount} /> },
  ];
  return (
    <Panel
      title={chosen.name}
      note={t('contracts.mainNote')}
      flush
      extra={
        <span>
          {t('rounds.contractAmount')}{' '}
          <strong>
            <Money amount={chosen.period.contractAmount} unit />
          </strong>
        </span>
      }
    >
      <PagesTable
        pages={pages}
        columns={columns}
        keyOf={(contract) => contract.id}
        caption={t('contracts.main')}
        empty={<Empty title={t('contracts.none')}>{t('contracts.noneWords')}</Empty>}
      />
    </Panel>
  );
};

const Sign = ({ chosen }: { chosen: NamedPeriod }) => {
  const { t } = useTranslation();
  const sign = useAct('contractsSign', SignContracts, (data) => data.contractsSign);
  return (
    <ActDialog
      label={t('contracts.sign')}
      title={t('contracts.sign')}
      kind="primary"
      consequence={t('contracts.signConsequence', { period: chosen.name })}
      act={sign}
      send={() => sign.act({ periodId: chosen.period.id })}
    />
  );
};
