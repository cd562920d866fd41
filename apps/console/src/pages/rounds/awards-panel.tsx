import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../api/graphql';
import { useOrganisationName } from '../../api/directory';
import { usePages } from '../../api/use-read';
import { Empty } from '../../pieces/empty';
import { Money, Percent } from '../../pieces/figures';
import { Panel } from '../../pieces/page';
import { PagesTable } from '../../pieces/pages-table';
import type { Column } from '../../pieces/table';
import { Awards } from './rounds.documents';

type Award = ResultOf<typeof Awards>['awards']['edges'][number]['node'];

/** Awards in the order of the file; how sure each published row is stays in sight. */
export const AwardsPanel = ({ periodId }: { periodId: string }) => {
  const { t, i18n } = useTranslation();
  const nameOf = useOrganisationName();
  const pages = usePages(Awards, { periodId }, (data) => data.awards);
  const columns: readonly Column<Award>[] = [
    {
      key: 'product',
      head: t('rounds.product'),
      cell: (award) => (
        <>
          {i18n.language === 'en' ? award.variety.genericNameEn : award.variety.genericNameZh} {award.product.strength}
          <div className="muted small">{award.product.code}</div>
        </>
      ),
    },
    { key: 'maker', head: t('rounds.maker'), cell: (award) => nameOf(award.manufacturer) },
    { key: 'role', head: t('rounds.role'), cell: (award) => t(`rounds.roles.${award.role}`) },
    {
      key: 'price',
      head: t('rounds.price'),
      end: true,
      cell: (award) => (
        <>
          <Money amount={award.price.amount} />
          <span className="muted small">
            {' '}
            / {award.price.units} {award.variety.smallestUnitZh}
          </span>
        </>
      ),
    },
    { key: 'share', head: t('rounds.share'), end: true, cell: (award) => <Percent bp={award.share} /> },
    {
      key: 'status',
      head: t('rounds.sourceStatus'),
      cell: (award) => (
        <>
          <span className="small">{award.sourceStatus}</span>
          {award.supplementNote === null ? null : (
            <div className="small supplement">{t('rounds.supplement', { note: award.supplementNote })}</div>
          )}
        </>
      ),
    },
  ];
  return (
    <Panel title={t('rounds.awardList')} note={t('rounds.awardNote')} flush>
      <PagesTable
        pages={pages}
        columns={columns}
        keyOf={(award) => award.id}
        caption={t('rounds.awardList')}
        empty={<Empty title={t('rounds.noAwards')}>{t('rounds.noAwardsWords')}</Empty>}
      />
    </Panel>
  );
};
