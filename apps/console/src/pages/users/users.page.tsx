import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganisationName } from '../../api/directory';
import { usePages } from '../../api/use-read';
import { useMe } from '../../app/me';
import { Empty } from '../../pieces/empty';
import { Page, Panel } from '../../pieces/page';
import { PagesTable } from '../../pieces/pages-table';
import { ShownOnce } from '../../pieces/shown-once';
import type { Column } from '../../pieces/table';
import { Tag } from '../../pieces/tag';
import { InviteForm } from './invite-form';
import { EndRoleButton, PersonActs } from './person-acts';
import { ProposalsPanel } from './proposals-panel';
import { People, type Person } from './users.documents';

/** People and roles of the area, for its administrators. */
export const Component = () => {
  const { t } = useTranslation();
  const { name } = useMe();
  const pages = usePages(People, {}, (data) => data.accounts);
  const [link, setLink] = useState<string>();
  const onLink = (token: string | null) => {
    if (token !== null) setLink(`${window.location.origin}/welcome#${token}`);
  };
  const columns: readonly Column<Person>[] = [
    { key: 'name', head: t('users.displayName'), cell: (person) => person.displayName },
    { key: 'login', head: t('users.loginName'), cell: (person) => person.loginName },
    { key: 'state', head: t('users.state'), cell: (person) => <States person={person} /> },
    {
      key: 'roles',
      head: t('users.roles'),
      cell: (person) => <Roles person={person} own={person.displayName === name} />,
    },
    { key: 'acts', head: t('users.acts'), cell: (person) => <PersonActs person={person} onLink={onLink} /> },
  ];
  return (
    <Page title={t('users.title')} lead={t('users.lead')} actions={<InviteForm onLink={onLink} />}>
      {link === undefined ? null : (
        <ShownOnce
          title={t('users.link')}
          words={t('users.linkWords')}
          lines={[link]}
          onDone={() => {
            setLink(undefined);
          }}
        />
      )}
      <ProposalsPanel />
      <Panel title={t('users.list')} flush>
        <PagesTable
          pages={pages}
          columns={columns}
          keyOf={({ id }) => id}
          caption={t('users.list')}
          empty={<Empty title={t('users.none')} />}
        />
      </Panel>
    </Page>
  );
};

const States = ({ person }: { person: Person }) => {
  const { t } = useTranslation();
  const main = person.disabled ? 'disabled' : person.invited ? 'invited' : 'open';
  return (
    <div className="row">
      <Tag tone={main === 'open' ? 'good' : main === 'invited' ? 'waiting' : 'bad'}>{t(`users.${main}`)}</Tag>
      {person.secondFactor ? <Tag tone="plain">{t('users.secondFactor')}</Tag> : null}
      {person.resetAskedAt === null ? null : <Tag tone="warn">{t('users.resetAsked')}</Tag>}
    </div>
  );
};

const Roles = ({ person, own }: { person: Person; own: boolean }) => {
  const { t } = useTranslation();
  const nameOf = useOrganisationName();
  return (
    <ul className="plain-list">
      {person.roles
        .filter(({ endedAt }) => endedAt === null)
        .map((held) => (
          <li key={held.id}>
            {t(`roles.${held.role}`)} <span className="muted small">{nameOf(held.organisation)}</span>{' '}
            {own ? null : <EndRoleButton membershipId={held.id} />}
          </li>
        ))}
    </ul>
  );
};
