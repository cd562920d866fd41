import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { useAct } from '../../api/use-act';
import { usePages } from '../../api/use-read';
import { useMe } from '../../app/me';
import { Empty } from '../../pieces/empty';
import { Instant } from '../../pieces/figures';
import { FaultNotice, RefusalNotice } from '../../pieces/notice';
import { Page, Panel } from '../../pieces/page';
import { PagesTable } from '../../pieces/pages-table';
import type { Column } from '../../pieces/table';
import { subjectPath } from '../inbox/subject-path';
import { MarkNoticesRead, Notices } from './notifications.documents';
import { SettingsPanel } from './settings-panel';
import { WebhooksPanel } from './webhooks-panel';

type Notice = ResultOf<typeof Notices>['notices']['edges'][number]['node'];

/** What the reader was told, how it comes, and what the organisation's systems are told. */
export const Component = () => {
  const { t } = useTranslation();
  const { role } = useMe();
  return (
    <Page title={t('notifications.title')} lead={t('notifications.lead')}>
      <NoticesPanel />
      {role === 'HOSPITAL' || role === 'SUPPLIER' ? <WebhooksPanel /> : null}
      <SettingsPanel />
    </Page>
  );
};

const NoticesPanel = () => {
  const { t } = useTranslation();
  const [unreadOnly, setUnreadOnly] = useState(false);
  const pages = usePages(Notices, { unreadOnly }, (data) => data.notices);
  const mark = useAct('noticesMarkRead', MarkNoticesRead, (data) => data.noticesMarkRead);
  const columns: readonly Column<Notice>[] = [
    {
      key: 'what',
      head: t('notifications.what'),
      cell: (notice) => {
        const to = subjectPath(notice.subjectType, notice.subjectId);
        const words = notice.readAt === null ? <strong>{notice.message}</strong> : notice.message;
        const read = () => {
          if (notice.readAt === null) void mark.act({ noticeIds: [notice.id] });
        };
        return (
          <>
            {to === undefined ? (
              words
            ) : (
              <Link to={to} onClick={read}>
                {words}
              </Link>
            )}
            <div className="muted small">{t(`notifications.kinds.${notice.kind}`)}</div>
          </>
        );
      },
    },
    { key: 'when', head: t('notifications.when'), cell: (notice) => <Instant at={notice.madeAt} /> },
  ];
  return (
    <Panel
      title={t('notifications.list')}
      flush
      extra={
        <>
          <Segmented<boolean>
            value={unreadOnly}
            onChange={setUnreadOnly}
            options={[
              { value: false, label: t('notifications.all') },
              { value: true, label: t('notifications.unread') },
            ]}
          />
          <Button size="small" loading={mark.pending} onClick={() => void mark.act({ noticeIds: null })}>
            {t('notifications.markAll')}
          </Button>
        </>
      }
    >
      <RefusalNotice refused={mark.refused} />
      <FaultNotice fault={mark.fault} />
      <PagesTable
        pages={pages}
        columns={columns}
        keyOf={(notice) => notice.id}
        caption={t('notifications.list')}
        empty={<Empty title={t('notifications.none')}>{t('notifications.noneWords')}</Empty>}
      />
    </Panel>
  );
};
