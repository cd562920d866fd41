import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../api/graphql';
import { useAct } from '../../api/use-act';
import { useRead } from '../../api/use-read';
import { useMe } from '../../app/me';
import { ActForm } from '../../pieces/act-form';
import { Empty } from '../../pieces/empty';
import { Instant, Units } from '../../pieces/figures';
import { Panel } from '../../pieces/page';
import { Read } from '../../pieces/pages-table';
import { Table, type Column } from '../../pieces/table';
import { Tag } from '../../pieces/tag';
import { Verifications, Verify } from './seals.documents';

type Verification = ResultOf<typeof Verifications>['auditVerifications']['edges'][number]['node'];

const AGAIN_MS = 2_000;

/** Recomputes every seal in the background, and lists what came of it. */
export const VerifyPanel = () => {
  const { t } = useTranslation();
  const { role } = useMe();
  const reading = useRead(
    Verifications,
    {},
    {
      again: ({ auditVerifications: { edges } }) =>
        edges.some(({ node }) => node.finishedAt === null) ? AGAIN_MS : false,
    },
  );
  return (
    <>
      {role === 'AGENCY_APPROVAL' || role === 'ADMINISTRATOR' ? <VerifyForm /> : null}
      <Panel title={t('seals.verifications')} flush>
        <Read reading={reading}>
          {({ auditVerifications: { edges } }) =>
            edges.length === 0 ? (
              <Empty title={t('seals.neverVerified')} />
            ) : (
              <VerificationsTable rows={edges.map(({ node }) => node)} />
            )
          }
        </Read>
      </Panel>
    </>
  );
};

const VerifyForm = () => {
  const { t } = useTranslation();
  const verify = useAct('auditVerify', Verify, (data) => data.auditVerify);
  return (
    <Panel title={t('seals.verify')} note={t('seals.verifyNote')}>
      <ActForm<{ keptHeads: string }>
        submit={t('seals.verifyNow')}
        act={verify}
        initial={{ keptHeads: '' }}
        send={({ keptHeads }) => verify.act({ keptHeads })}
      >
        <Form.Item name="keptHeads" label={t('seals.kept')} extra={t('seals.keptNote')}>
          <Input.TextArea rows={3} />
        </Form.Item>
      </ActForm>
    </Panel>
  );
};

const VerificationsTable = ({ rows }: { rows: readonly Verification[] }) => {
  const { t } = useTranslation();
  const columns: readonly Column<Verification>[] = [
    { key: 'asked', head: t('seals.askedAt'), cell: (one) => <Instant at={one.askedAt} /> },
    { key: 'outcome', head: t('seals.outcome'), cell: (one) => <Outcome verification={one} /> },
    {
      key: 'rows',
      head: t('seals.compared'),
      cell: (one) => (
        <>
          <Units count={one.doneRows} /> / <Units count={one.totalRows} />
        </>
      ),
    },
    { key: 'seals', head: t('seals.seals'), cell: (one) => <Units count={one.sealCount} /> },
    {
      key: 'tail',
      head: t('seals.unsealed'),
      cell: (one) => (
        <>
          <Units count={one.tailCount} />
          {one.tailSince === null ? null : (
            <div className="muted small">
              <Instant at={one.tailSince} />
            </div>
          )}
        </>
      ),
    },
  ];
  return <Table caption={t('seals.verifications')} columns={columns} rows={rows} keyOf={(one) => one.id} />;
};

/** Runs, finds nothing, or names what it found. */
const Outcome = ({ verification }: { verification: Verification }) => {
  const { t } = useTranslation();
  const { finishedAt, findingCount, findings } = verification;
  if (finishedAt === null) return <Tag tone="going">{t('seals.running')}</Tag>;
  if (findingCount === '0') return <Tag tone="good">{t('seals.fits')}</Tag>;
  return (
    <>
      <Tag tone="bad">{t('seals.found', { count: Number(findingCount) })}</Tag>
      <ul className="small">
        {findings.map(({ kind, seal, actionId, seq }) => (
          <li key={`${kind} ${seal} ${actionId ?? ''}`}>
            {t(`seals.kinds.${kind}`)}
            {t('seals.where', { seal })}
            {actionId === null ? '' : t('seals.row', { id: actionId, seq: seq ?? '' })}
          </li>
        ))}
      </ul>
    </>
  );
};
