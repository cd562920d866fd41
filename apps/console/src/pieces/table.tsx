import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand at the end of their cell. */
  readonly end?: boolean;
  readonly width?: string;
}

interface TableProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly caption: string;
  readonly toneOf?: (row: Row) => 'wrong' | 'chosen' | undefined;
  readonly foot?: readonly ReactNode[];
  /** Keep the grid on a narrow screen (few, short columns) instead of one card per row. */
  readonly keep?: boolean;
}

/** A table that stays a table for those who listen, and becomes one card per row on a narrow screen. */
export const Table = <Row,>({ columns, rows, keyOf, caption, toneOf, foot, keep = false }: TableProps<Row>) => {
  const { t } = useTranslation();
  return (
    <div className="table-wrap">
      <table className={keep ? 'table keep' : 'table'} role="table">
        <caption className="hidden-words">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                role="columnheader"
                className={column.end ? 'end' : undefined}
                style={column.width === undefined ? undefined : { width: column.width }}
              >
                {column.head === '' ? <span className="hidden-words">·</span> : column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.length > 0 ? null : (
            <tr role="row">
              <td role="cell" colSpan={columns.length} className="muted nothing">
                {t('pieces.nothing')}
              </td>
            </tr>
          )}
          {rows.map((row) => (
            <tr key={keyOf(row)} role="row" className={toneOf?.(row)}>
              {columns.map((column) => (
                <td key={column.key} role="cell" data-label={column.head} className={column.end ? 'end' : undefined}>
                  <div className="cell">{column.cell(row)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot === undefined ? null : (
          <tfoot role="rowgroup">
            <tr role="row">
              {foot.map((cell, index) => (
                <td
                  key={index}
                  role="cell"
                  data-label={columns[index]?.head}
                  className={columns[index]?.end ? 'end' : undefined}
                >
                  <div className="cell">{cell}</div>
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
};
