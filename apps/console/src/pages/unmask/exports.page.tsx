import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../api/graphql';
import { useAct } from '../../api/use-act';
import { usePages } from '../../api/use-read';
import { useMe } from '../../app/me';
import { wordOf } from '../../i18n/word-of';
import { ActForm } from '../../pieces/act-form';
import { Empty } from '../../pieces/empty';
import { Instant } from '../../pieces/figures';
import { Page, Panel } from '../../pieces/page';
import { PagesTable } from '../../pieces/pages-table';
import type { Column } from '../../pieces/table';
import { Tag, type Tone } from '../../pieces/tag';
import { ExportActs } from './export-acts';
import { columnCodes, PurposeFields, type ColumnCode, type PurposeWords } from './purpose-fields';
import { PersonalExports, RequestExport } from './unmask.documents';

type PersonalExport = ResultOf<typeof PersonalExports>['personalExports']['edges'][number]['node'];

const tones: Readonly<Record<PersonalExport['state'], Tone>> = {
  REQUESTED: 'waiting',
  APPROVED: 'going',
  REFUSED: 'bad',
  TAKEN: 'plain',
};

/** Lists of personal numbers: asked for by one person, agreed to by another, taken once. */
export const Component = () => {
  const { t } = useTranslation();
  const { role } = useMe();
  return (
    <Page title={t('unmask.title')} lead={t('unmask.lead')}>
      {role === 'AGENCY_CLERK' || role === 'AGENCY_ACCOUNTS' ? <RequestPanel /> : null}
      <ExportsPanel />
    </Page>
  );
};

const RequestPanel = () => {
  const { t } = useTranslation();
  const request = useAct('personalExportRequest', RequestExport, (data) => data.personalExportRequest);
  return (
    <Panel title={t('unmask.request')} note={t('unmask.requestNote')}>
      <ActForm<PurposeWords & { columnCode: ColumnCode }>
        submit={t('unmask.ask')}
        act={request}
        send={(wish) => request.act(wish)}
      >
        <Form.Item
          name="columnCode"
          label={t('unmask.column')}
          rules={[{ required: true, message: t('unmask.columnNeeded') }]}
        >
          <Select options={columnCodes.map((value) => ({ value, label: t(`unmask.columns.${value}`) }))} />
        </Form.Item>
        <PurposeFields />
      </ActForm>
    </Panel>
  );
};

const ExportsPanel = () => {
  const { t } = useTranslation();
  const pages = usePages(PersonalExports, {}, (data) => data.personalExports);
  const columns: readonly Column<PersonalExport>[] = [
    { key: 'at', head: t('unmask.requestedAt'), cell: (wish) => <Instant at={wish.requestedAt} /> },
    {
      key: 'column',
      head: t('unmask.column'),
      cell: (wish) => wordOf(t('unmask.columns', { returnObjects: true }), wish.columnCode),
    },
    {
      key: 'why',
      head: t('unmask.purpose'),
      cell: (wish) => (
        <>
          {t(`unmask.purposes.${wish.purpose}`)}
          <div className="muted small">{wish.words}</div>
        </>
      ),
    },
    {
      key: 'state',
      head: t('unmask.state'),
      cell: (wish) => (
        <>
          <Tag tone={tones[wish.state]}>{t(`unmask.states.${wish.state}`)}</Tag>
          {wish.refusalReason === null ? null : <div className="small">{wish.refusalReason}</div>}
        </>
      ),
    },
    { key: 'expires', head: t('unmask.expiresAt'), cell: (wish) => <Instant at={wish.expiresAt} /> },
    { key: 'acts', head: t('unmask.acts'), cell: (wish) => <ExportActs id={wish.id} state={wish.state} /> },
  ];
  return (
    <Panel title={t('unmask.exports')} flush>
      <PagesTable
        pages={pages}
        columns={columns}
        keyOf={(wish) => wish.id}
        caption={t('unmask.exports')}
        empty={<Empty title={t('unmask.none')} />}
      />
    </Panel>
  );
};
