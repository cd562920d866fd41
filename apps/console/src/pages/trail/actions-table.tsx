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
import type { TrailFilter } from './trail-filter';
import { useHappened } from './use-happened';

type Action = ResultOf<typeof Actions>['actions']['edges'][number]['node'];

interface ActionsTableProps {
  readonly subject?: { readonly type: string; readonly id: string };
  readonly filter?: TrailFilter;
  /** Narrows to what this person did, or to what came with this request. */
  readonly narrow?: (filter: Partial<TrailFilter>) => void;
}

/** What happened, newest first: to one thing, or to everything of the area. */
export const ActionsTable = ({ subject, filter, narrow }: ActionsTableProps) => {
  const { t } = useTranslation();
  const words = useHappened();
  const pages = usePages(
    Actions,
    {
      ...{ actorId: null, kind: null, requestId: null, from: null, to: null },
      ...filter,
      ...{ subjectType: subject?.type ?? null, subjectId: subject?.id ?? null },
    },
    (data) => data.actions,
  );
  const columns: readonly Column<Action>[] = [
    { key: 'at', head: t('trail.at'), cell: (action) => <Instant at={action.at} /> },
    { key: 'day', head: t('trail.businessDate'), cell: (action) => <Day date={action.businessDate} /> },
    { key: 'who', head: t('trail.who'), cell: (action) => <Who action={action} {...(narrow ? { narrow } : {})} /> },
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
    { key: 'facts', head: t('trail.facts'), cell: (action) => <ActionFacts action={action} /> },
    ...(narrow === undefined
      ? []
      : [
          {
            key: 'request',
            head: t('trail.request'),
            cell: (action: Action) => <Request action={action} narrow={narrow} />,
          },
        ]),
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

const Who = ({ action, narrow }: { action: Action; narrow?: ActionsTableProps['narrow'] }) => {
  const { t } = useTranslation();
  const { actorId, actorName, onBehalfOfName } = action;
  if (action.bySystem) return <Tag tone="plain">{t('trail.system', { part: actorName })}</Tag>;
  return (
    <>
      {narrow === undefined || actorId === null ? (
        actorName
      ) : (
        <button
          type="button"
          className="plain-button"
          title={t('trail.onlyThis')}
          onClick={() => {
            narrow({ actorId });
          }}
        >
          {actorName}
        </button>
      )}
      {onBehalfOfName === null ? null : (
        <div className="muted small">{t('trail.behalf', { name: onBehalfOfName })}</div>
      )}
    </>
  );
};

/** What else is known; what is personal is said to be locked, or gone. */
const ActionFacts = ({ action }: { action: Action }) => {
  const { t } = useTranslation();
  const { facts, personalFacts } = action;
  return (
    <>
      {personalFacts === 'SEALED' ? <Tag tone="plain">{t('trail.sealed')}</Tag> : null}
      {personalFacts === 'ERASED' ? <Tag tone="warn">{t('trail.erased')}</Tag> : null}
      {facts.length === 0 ? null : (
        <details>
          <summary className="small">{t('trail.factsShown', { count: facts.length })}</summary>
          <ul className="small">
            {facts.map(({ name, value }) => (
              <li key={name}>
                {name}: {value}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
};

const Request = ({ action, narrow }: { action: Action; narrow: NonNullable<ActionsTableProps['narrow']> }) => {
  const { t } = useTranslation();
  const { requestId, clientAddress } = action;
  if (requestId === null) return <span className="muted small">{clientAddress ?? ''}</span>;
  return (
    <button
      type="button"
      className="plain-button small"
      title={t('trail.onlyThis')}
      onClick={() => {
        narrow({ requestId });
      }}
    >
      …{requestId.slice(-8)} <span className="muted">{clientAddress ?? ''}</span>
    </button>
  );
};
