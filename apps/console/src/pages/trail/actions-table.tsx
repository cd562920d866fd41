import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../api/graphql';
import { usePages } from '../../api/use-read';
import { Empty } from '../../pieces/empty';
import { Day, Instant } from '../../pieces/figures';
import { PagesTable } from '../../pieces/pages-table';
import type { Column } from '../../pieces/table';
import { Tag } from '../../pieces/tag';
import { DocumentLink } from '../ledger/document-link';
import { Actions } from './trail.documents';
import { useHappened } from './use-happened';

type Action = ResultOf<typeof Actions>['actions']['edges'][number]['node'];

/** What happened, newest first: to one thing, or to everything of the area. */
export const ActionsTable = ({ subject }: { subject?: { readonly type: string; readonly id: string } }) => {
  const { t } = useTranslation();
  const words = useHappened();
  const pages = usePages(
    Actions,
    { subjectType: subject?.type ?? null, subjectId: subject?.id ?? null },
    (data) => data.actions,
  );
  const columns: readonly Column<Action>[] = [
    { key: 'at', head: t('trail.at'), cell: (action) => <Instant at={action.at} /> },
    { key: 'day', head: t('trail.businessDate'), cell: (action) => <Day date={action.businessDate} /> },
    {
      key: 'who',
      head: t('trail.who'),
      cell: (action) =>
        action.bySystem ? <Tag tone="plain">{t('trail.system', { part: action.actorName })}</Tag> : action.actorName,
    },
    { key: 'what', head: t('trail.what'), cell: (action) => words('kinds', action.kind) },
    ...(subject === undefined
      ? [
          {
            key: 'subject',
            head: t('trail.subject'),
            cell: (action: Action) => <DocumentLink type={action.subjectType} id={action.subjectId} />,
          },
        ]
      : []),
    {
      key: 'states',
      head: t('trail.states'),
      cell: ({ fromState, toState }) =>
        toState === null || fromState === toState
          ? ''
          : [fromState, toState].map((state) => (state === null ? '·' : words('states', state))).join(' → '),
    },
    { key: 'reason', head: t('trail.reason'), cell: (action) => action.reason ?? '' },
  ];
  return (
    <PagesTable
      pages={pages}
      columns={columns}
      keyOf={(action) => action.id}
      caption={t('trail.title')}
      empty={<Empty title={t('trail.none')} />}
    />
  );
};
