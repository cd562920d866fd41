import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { useRead } from '../../api/use-read';
import { useMe } from '../../app/me';
import { Money, Units } from '../../pieces/figures';
import { Page, Panel } from '../../pieces/page';
import { Read } from '../../pieces/pages-table';
import { Table, type Column } from '../../pieces/table';
import { TrialBalanceAt } from './ledger.documents';

type Line = ResultOf<typeof TrialBalanceAt>['trialBalance']['lines'][number];

/** The trial balance of any day: from a sum to its accounts, to their entries, to the document. */
export const Component = () => {
  const { t } = useTranslation();
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const at = search.get('at') ?? me.businessDate;
  const reading = useRead(TrialBalanceAt, { at });
  const columns: readonly Column<Line>[] = [
    {
      key: 'code',
      head: t('ledger.account'),
      cell: (line) => <Link to={`/ledger/${line.code}`}>{t(`ledger.codes.${line.code}`)}</Link>,
    },
    { key: 'accounts', head: t('ledger.accountCount'), end: true, cell: (line) => <Units count={line.accounts} /> },
    { key: 'debit', head: t('ledger.debit'), end: true, cell: (line) => <Money amount={line.debit} /> },
    { key: 'credit', head: t('ledger.credit'), end: true, cell: (line) => <Money amount={line.credit} /> },
    { key: 'heldDebit', head: t('ledger.heldDebit'), end: true, cell: (line) => <Money amount={line.pendingDebit} /> },
    {
      key: 'heldCredit',
      head: t('ledger.heldCredit'),
      end: true,
      cell: (line) => <Money amount={line.pendingCredit} />,
    },
  ];
  return (
    <Page title={t('ledger.title')} lead={t('ledger.lead')}>
      <Panel
        title={t('ledger.trialBalance')}
        note={t('ledger.yuan')}
        flush
        extra={
          <Form.Item label={t('ledger.at')} htmlFor="balance-day" style={{ margin: 0 }}>
            <Input
              id="balance-day"
              type="date"
              value={at}
              max={me.businessDate}
              onChange={(event) => {
                if (event.target.value !== '') setSearch({ at: event.target.value }, { replace: true });
              }}
            />
          </Form.Item>
        }
        footer={t('ledger.held')}
      >
        <Read reading={reading}>
          {({ trialBalance }) => (
            <Table
              caption={t('ledger.trialBalance')}
              columns={columns}
              rows={trialBalance.lines}
              keyOf={(line) => line.code}
              foot={[
                t('ledger.total'),
                '',
                <Money key="debit" amount={trialBalance.totalDebit} />,
                <Money key="credit" amount={trialBalance.totalCredit} />,
                '',
                '',
              ]}
            />
          )}
        </Read>
      </Panel>
    </Page>
  );
};
