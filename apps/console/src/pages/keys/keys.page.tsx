import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganisationName } from '../../api/directory';
import { useAct } from '../../api/use-act';
import { useRead } from '../../api/use-read';
import { ActDialog } from '../../pieces/act-dialog';
import { Empty } from '../../pieces/empty';
import { Instant } from '../../pieces/figures';
import { Page, Panel } from '../../pieces/page';
import { Read } from '../../pieces/pages-table';
import { ShownOnce } from '../../pieces/shown-once';
import { Table, type Column } from '../../pieces/table';
import { Tag } from '../../pieces/tag';
import { KeyForm } from './key-form';
import { Keys, RevokeKey, type Key } from './keys.documents';

/** Keys by which other systems act. */
export const Component = () => {
  const { t } = useTranslation();
  const nameOf = useOrganisationName();
  const reading = useRead(Keys, {});
  const [text, setText] = useState<string>();
  const columns: readonly Column<Key>[] = [
    { key: 'name', head: t('keys.name'), cell: ({ name }) => name },
    { key: 'organisation', head: t('keys.organisation'), cell: ({ organisation }) => nameOf(organisation) },
    {
      key: 'scopes',
      head: t('keys.scopes'),
      cell: ({ scopes }) => scopes.map((scope) => t(`keys.scope.${scope}`)).join(' · '),
    },
    {
      key: 'made',
      head: t('keys.madeAt'),
      cell: ({ madeAt, madeByName }) => (
        <>
          {madeByName} <Instant at={madeAt} />
        </>
      ),
    },
    { key: 'used', head: t('keys.lastUsedAt'), cell: ({ lastUsedAt }) => <Instant at={lastUsedAt} /> },
    { key: 'ends', head: t('keys.expiresAt'), cell: ({ expiresAt }) => <Instant at={expiresAt} /> },
    { key: 'state', head: t('keys.state'), cell: (key) => <State of={key} /> },
    { key: 'acts', head: t('keys.acts'), cell: (key) => <Revoke of={key} /> },
  ];
  return (
    <Page title={t('keys.title')} lead={t('keys.lead')} actions={<KeyForm onMade={setText} />}>
      {text === undefined ? null : (
        <ShownOnce
          title={t('keys.shown')}
          words={t('keys.shownWords')}
          lines={[text]}
          onDone={() => {
            setText(undefined);
          }}
        />
      )}
      <Panel title={t('keys.list')} flush>
        <Read reading={reading}>
          {({ apiKeys }) =>
            apiKeys.length === 0 ? (
              <Empty title={t('keys.none')}>{t('keys.noneWords')}</Empty>
            ) : (
              <Table columns={columns} rows={apiKeys} keyOf={({ id }) => id} caption={t('keys.list')} />
            )
          }
        </Read>
      </Panel>
    </Page>
  );
};

const isOver = ({ expiresAt }: Key): boolean => new Date(expiresAt).getTime() <= Date.now();

const State = ({ of }: { of: Key }) => {
  const { t } = useTranslation();
  if (of.revokedAt !== null) return <Tag tone="bad">{t('keys.revoked')}</Tag>;
  return isOver(of) ? <Tag tone="plain">{t('keys.expired')}</Tag> : <Tag tone="good">{t('keys.living')}</Tag>;
};

const Revoke = ({ of }: { of: Key }) => {
  const { t } = useTranslation();
  const revoke = useAct('apiKeyRevoke', RevokeKey, (data) => data.apiKeyRevoke);
  if (of.revokedAt !== null || isOver(of)) return null;
  return (
    <ActDialog
      small
      kind="danger"
      label={t('keys.revoke')}
      title={`${t('keys.revoke')} · ${of.name}`}
      consequence={t('keys.revokeConsequence')}
      act={revoke}
      send={() => revoke.act({ apiKeyId: of.id })}
    />
  );
};
