import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pages, Reading } from '../api/use-read';
import { FaultNotice } from './notice';
import { Table, type Column } from './table';

interface PagesTableProps<Row> {
  readonly pages: Pages<Row>;
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly caption: string;
  readonly empty: ReactNode;
  readonly toneOf?: (row: Row) => 'wrong' | 'chosen' | undefined;
}

const padded = { padding: '16px 18px' };

/** A list that may be long: skeleton, fault with a way on, empty state, rows, and the next page on demand. */
export const PagesTable = <Row,>({ pages, empty, ...table }: PagesTableProps<Row>) => {
  const { t } = useTranslation();
  if (pages.fault)
    return (
      <div style={padded}>
        <FaultNotice fault={pages.fault} retry={pages.retry} />
      </div>
    );
  if (pages.rows === undefined) return <Waiting />;
  if (pages.rows.length === 0) return <>{empty}</>;
  return (
    <>
      <Table {...table} rows={pages.rows} />
      {pages.more === undefined && pages.rows.length < 50 ? null : (
        <div className="more">
          <span>{t('pieces.shown', { count: pages.rows.length })}</span>
          {pages.more === undefined ? null : (
            <Button size="small" onClick={pages.more} loading={pages.fetchingMore}>
              {t('pieces.more')}
            </Button>
          )}
        </div>
      )}
    </>
  );
};

export const Waiting = () => (
  <div style={padded} aria-busy="true">
    <Skeleton active title={false} paragraph={{ rows: 4 }} />
  </div>
);

/** Shows what a read has: its fault, a skeleton, or the children over its data. */
export const Read = <Result,>({
  reading,
  children,
}: {
  reading: Reading<Result>;
  children: (data: Result) => ReactNode;
}) => {
  if (reading.data !== undefined) return <>{children(reading.data)}</>;
  if (reading.fault) return <FaultNotice fault={reading.fault} retry={reading.retry} />;
  return <Waiting />;
};
