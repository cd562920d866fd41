import { Checkbox, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { usePages, useRead } from '../../api/use-read';
import { wordOf } from '../../i18n/word-of';
import { Empty } from '../../pieces/empty';
import { Day, Money, Units } from '../../pieces/figures';
import { Page, Panel } from '../../pieces/page';
import { PagesTable } from '../../pieces/pages-table';
import type { Column } from '../../pieces/table';
import { Tag } from '../../pieces/tag';
import { Inbox, InboxCounts } from './inbox.documents';
import { subjectPath } from './subject-path';

type Item = ResultOf<typeof Inbox>['approvalInbox']['edges'][number]['node'];

const useSubjectWord = () => {
  const { t } = useTranslation();
  const words: Readonly<Record<string, string>> = t('inbox.subjects', { returnObjects: true });
  return (subjectType: string): string => wordOf(words, subjectType);
};

/** Everything that waits for the reader, the most urgent first. */
export const Component = () => {
  const { t } = useTranslation();
  const [kind, setKind] = useState('');
  const [lateOnly, setLateOnly] = useState(false);
  const subjectWord = useSubjectWord();
  const counts = useRead(InboxCounts, {});
  const pages = usePages(Inbox, { subjectType: kind === '' ? null : kind, lateOnly }, (data) => data.approvalInbox);
  const columns = useColumns();
  const kinds = [...new Set((counts.data?.approvalInboxCounts ?? []).map(({ subjectType }) => subjectType))];
  const countOf = (subjectType: string): bigint =>
    (counts.data?.approvalInboxCounts ?? [])
      .filter((each) => each.subjectType === subjectType)
      .reduce((sum, { count }) => sum + BigInt(count), 0n);
  return (
    <Page title={t('inbox.title')} lead={t('inbox.lead')}>
      <Panel
        title={t('inbox.list')}
        flush
        extra={
          <>
            <Segmented<string>
              value={kind}
              onChange={setKind}
              options={[
                { value: '', label: t('inbox.all') },
                ...kinds.map((each) => ({ value: each, label: `${subjectWord(each)} ${countOf(each).toString()}` })),
              ]}
            />
            <Checkbox
              checked={lateOnly}
              onChange={(event) => {
                setLateOnly(event.target.checked);
              }}
            >
              {t('inbox.lateOnly')}
            </Checkbox>
          </>
        }
      >
        <PagesTable
          pages={pages}
          columns={columns}
          keyOf={(item) => `${item.subjectType} ${item.subjectId} ${item.task}`}
          caption={t('inbox.list')}
          toneOf={(item) => (item.late ? 'wrong' : undefined)}
          empty={<Empty title={t('inbox.none')}>{t('inbox.noneWords')}</Empty>}
        />
      </Panel>
    </Page>
  );
};

const useColumns = (): readonly Column<Item>[] => {
  const { t } = useTranslation();
  const subjectWord = useSubjectWord();
  return [
    {
      key: 'subject',
      head: t('inbox.kind'),
      cell: (item) => {
        const to = subjectPath(item.subjectType, item.subjectId);
        return (
          <>
            {to === undefined ? item.label : <Link to={to}>{item.label}</Link>}
            <div className="muted small">{subjectWord(item.subjectType)}</div>
          </>
        );
      },
    },
    { key: 'task', head: t('inbox.task'), cell: (item) => t(`inbox.tasks.${item.task}`) },
    { key: 'amount', head: t('inbox.amount'), end: true, cell: (item) => <Money amount={item.amount} /> },
    { key: 'lines', head: t('inbox.lines'), end: true, cell: (item) => <Units count={item.lineCount} /> },
    {
      key: 'since',
      head: t('inbox.since'),
      cell: (item) => (
        <>
          <Day date={item.sinceOn} />
          <div className="muted small">{t('inbox.waited', { days: item.ageDays })}</div>
        </>
      ),
    },
    {
      key: 'due',
      head: t('inbox.due'),
      cell: (item) => (
        <div className="row">
          <Day date={item.dueOn} />
          <Tag tone={item.late ? 'bad' : 'plain'}>{item.late ? t('inbox.late') : t('inbox.onTime')}</Tag>
          {item.escalated ? <Tag tone="warn">{t('inbox.escalated')}</Tag> : null}
        </div>
      ),
    },
  ];
};
