import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../api/graphql';
import { useOrganisationName } from '../../api/directory';
import { usePages } from '../../api/use-read';
import { useMe } from '../../app/me';
import { Empty } from '../../pieces/empty';
import { Money, Units } from '../../pieces/figures';
import { Panel } from '../../pieces/page';
import { PagesTable } from '../../pieces/pages-table';
import { StateTag } from '../../pieces/state-tag';
import type { Column } from '../../pieces/table';
import { SubContracts } from './contracts.documents';

type Sub = ResultOf<typeof SubContracts>['subContracts']['edges'][number]['node'];

/** Sub-contracts: one hospital, one winner, one distributor; agreed volume per agreement year. */
export const SubContractsPanel = ({
  periodId,
  mainContractId = null,
}: {
  periodId: string;
  mainContractId?: string | null;
}) => {
  const { t } = useTranslation();
  const pages = usePages(SubContracts, { periodId, mainContractId }, (data) => data.subContracts);
  const columns = useSubContractColumns();
  return (
    <Panel title={t('contracts.subs')} note={t('contracts.subsNote')} flush>
      <PagesTable
        pages={pages}
        columns={columns}
        keyOf={(contract) => contract.id}
        caption={t('contracts.subs')}
        empty={<Empty title={t('contracts.none')}>{t('contracts.noneWords')}</Empty>}
      />
    </Panel>
  );
};

/** The columns of the list. */
const useSubContractColumns = (): readonly Column<Sub>[] => {
  const { t, i18n } = useTranslation();
  const { role } = useMe();
  const nameOf = useOrganisationName();
  return [
    {
      key: 'variety',
      head: t('reports.variety'),
      cell: (contract) => (
        <>
          {i18n.language === 'en' ? contract.variety.genericNameEn : contract.variety.genericNameZh}{' '}
          {contract.product.strength}
          <div className="muted small">{contract.number}</div>
        </>
      ),
    },
    ...(role === 'HOSPITAL'
      ? []
      : [{ key: 'hospital', head: t('savings.hospital'), cell: (contract: Sub) => nameOf(contract.hospital) }]),
    {
      key: 'parties',
      head: t('contracts.parties'),
      cell: (contract) => (
        <>
          {nameOf(contract.manufacturer)}
          <div className="muted small">{t('contracts.delivers', { supplier: nameOf(contract.supplier) })}</div>
        </>
      ),
    },
    {
      key: 'state',
      head: t('contracts.state'),
      cell: (contract) => (
        <>
          <StateTag noun="contract" state={contract.state} />
          <div className="muted small">
            {contract.signatures
              .map(
                (signature) =>
                  `${t(`contracts.partyNames.${signature.party}`)} ${signature.signedOn}${signature.onPaper ? t('contracts.paperMark') : ''}`,
              )
              .join(' · ')}
          </div>
        </>
      ),
    },
    {
      key: 'years',
      head: t('contracts.agreedPerYear'),
      end: true,
      cell: (contract) =>
        contract.lines.map((line) => (
          <div key={line.yearNumber}>
            <span className="muted small">{t('contracts.yearNumber', { number: line.yearNumber })}</span>{' '}
            <Units count={line.agreedQuantity} unit={contract.variety.smallestUnitZh} />
          </div>
        )),
    },
    {
      key: 'price',
      head: t('rounds.price'),
      end: true,
      cell: (contract) => {
        const price = contract.lines[0]?.price;
        return price === undefined ? (
          ''
        ) : (
          <>
            <Money amount={price.amount} /> <span className="muted small">/ {price.units}</span>
          </>
        );
      },
    },
    { key: 'amount', head: t('rounds.amount'), end: true, cell: (contract) => <Money amount={contract.amount} /> },
  ];
};
