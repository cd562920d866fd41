import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useRead } from '../../api/use-read';
import { ActDialog } from '../../pieces/act-dialog';
import { Instant } from '../../pieces/figures';
import { Page, Panel } from '../../pieces/page';
import { PageRead } from '../../pieces/page-read';
import { Table, type Column } from '../../pieces/table';
import { Tag } from '../../pieces/tag';
import { signOut } from '../login/log-in';
import { PasswordPanel } from './password-panel';
import { SecondFactorPanel } from './second-factor-panel';
import { EndLogIn, MyAccount, type Account } from './sessions.documents';

type LogIn = Account['logIns'][number];

/** One's own door: where one is logged in, the password, the second factor. */
export const Component = () => {
  const { t } = useTranslation();
  const reading = useRead(MyAccount, {});
  return (
    <PageRead reading={reading}>
      {({ myAccount }) => (
        <Page title={t('sessions.title')} lead={t('sessions.lead')} actions={<Everywhere />}>
          <Panel title={t('sessions.list')} flush>
            <LogIns logIns={myAccount.logIns} />
          </Panel>
          <SecondFactorPanel account={myAccount} />
          <PasswordPanel />
        </Page>
      )}
    </PageRead>
  );
};

const LogIns = ({ logIns }: { logIns: readonly LogIn[] }) => {
  const { t } = useTranslation();
  const columns: readonly Column<LogIn>[] = [
    {
      key: 'device',
      head: t('sessions.device'),
      cell: (logIn) => (
        <>
          {logIn.deviceWords ?? t('sessions.unknownDevice')}{' '}
          {logIn.current ? <Tag tone="good">{t('sessions.current')}</Tag> : null}{' '}
          {logIn.secondFactor ? <Tag tone="plain">{t('sessions.withSecond')}</Tag> : null}
        </>
      ),
    },
    { key: 'address', head: t('sessions.address'), cell: (logIn) => logIn.clientAddress ?? '' },
    { key: 'made', head: t('sessions.madeAt'), cell: (logIn) => <Instant at={logIn.madeAt} /> },
    { key: 'used', head: t('sessions.lastUsedAt'), cell: (logIn) => <Instant at={logIn.lastUsedAt} /> },
    {
      key: 'acts',
      head: t('sessions.acts'),
      cell: (logIn) => (logIn.current ? null : <EndOne logInId={logIn.id} />),
    },
  ];
  return <Table columns={columns} rows={logIns} keyOf={({ id }) => id} caption={t('sessions.list')} />;
};

const EndOne = ({ logInId }: { logInId: string }) => {
  const { t } = useTranslation();
  const end = useAct('logInEnd', EndLogIn, (data) => data.logInEnd);
  return (
    <ActDialog
      small
      kind="danger"
      label={t('sessions.end')}
      title={t('sessions.end')}
      consequence={t('sessions.endConsequence')}
      act={end}
      send={() => end.act({ logInId })}
    />
  );
};

const quiet = { pending: false, refused: undefined, fault: undefined, clear: () => undefined };

const Everywhere = () => {
  const { t } = useTranslation();
  return (
    <ActDialog
      kind="danger"
      label={t('sessions.everywhere')}
      title={t('sessions.everywhere')}
      consequence={t('sessions.everywhereConsequence')}
      act={quiet}
      send={() => signOut(true)}
    />
  );
};
