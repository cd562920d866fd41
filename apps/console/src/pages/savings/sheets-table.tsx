import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { usePages } from '../../api/use-read';
import { trimZeros } from '../../pieces/digits';
import { Empty } from '../../pieces/empty';
import { Day, Money } from '../../pieces/figures';
import { PagesTable } from '../../pieces/pages-table';
import { StateTag } from '../../pieces/state-tag';
import type { Column } from '../../pieces/table';
import { Sheets, type SheetParts } from './savings.documents';

type Row = ResultOf<typeof SheetParts>;

/** Sheets, of one calculation or of all. */
export const SheetsTable = ({ runId = null }: { runId?: string | null }) => {
  const { t } = useTranslation();
  const pages = usePages(Sheets, { runId }, (data) => data.savingsSheets);
  const columns: readonly Column<Row>[] = [
    {
      key: 'hospital',
      head: t('savings.hospital'),
      cell: (sheet) => <Link to={`/savings/sheets/${sheet.id}`}>{sheet.hospitalName}</Link>,
    },
    { key: 'state', head: t('savings.state'), cell: (sheet) => <StateTag noun="sheet" state={sheet.state} /> },
    {
      key: 'score',
      head: t('savings.score'),
      end: true,
      cell: (sheet) => <span className="number">{sheet.score}</span>,
    },
    {
      key: 'ratio',
      head: t('savings.ratio'),
      end: true,
      cell: (sheet) => <span className="number">{trimZeros(sheet.ratioPercent)} %</span>,
    },
    { key: 'until', head: t('savings.answerUntil'), cell: (sheet) => <Day date={sheet.answerUntil} /> },
    { key: 'retained', head: t('savings.retained'), end: true, cell: (sheet) => <Money amount={sheet.retained} /> },
  ];
  return (
    <PagesTable
      pages={pages}
      columns={columns}
      keyOf={(sheet) => sheet.id}
      caption={t('savings.sheets')}
      empty={<Empty title={t('savings.noSheets')}>{t('savings.noSheetsWords')}</Empty>}
    />
  );
};
