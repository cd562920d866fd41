import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../api/graphql';
import { Table } from '../../pieces/table';
import { GradeTable } from '../../pictures/grade-table';
import type { GradingParts } from '../applications/care.fragments.documents';
import type { Instrument } from './use-instrument';

export type Grading = ResultOf<typeof GradingParts>;

/** Why this grade: totals by domain, their level, the lit cell of the table, and the reasons in sentences. */
export const GradeExplained = ({ grading, instrument }: { grading: Grading; instrument: Instrument | undefined }) => {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  const [row, ...columns] = grading.totals.map((total) => total.band?.level ?? 0);
  const column = Math.max(0, ...columns);
  const bands = instrument?.domains[0]?.bands.toSorted((a, b) => a.level - b.level) ?? [];
  return (
    <div className="stack">
      <p>
        <strong className="grade-word">
          {t('instruments.grade', { grade: grading.grade, name: english ? grading.gradeNameEn : grading.gradeNameZh })}
        </strong>
      </p>
      <ul className="prose">
        {(english ? grading.explanationEn : grading.explanationZh).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Table
        keep
        caption={t('instruments.totals')}
        keyOf={(total) => total.domain}
        rows={grading.totals}
        columns={[
          { key: 'domain', head: t('instruments.domain'), cell: (total) => (english ? total.nameEn : total.nameZh) },
          {
            key: 'total',
            head: t('instruments.total'),
            end: true,
            cell: (total) => (
              <span className="number">
                {total.total} / {total.max}
              </span>
            ),
          },
          {
            key: 'level',
            head: t('instruments.level'),
            cell: (total) => (total.band === null ? '' : english ? total.band.nameEn : total.band.nameZh),
          },
        ]}
      />
      {instrument?.table && row !== undefined ? (
        <GradeTable
          cells={instrument.table}
          row={row}
          column={column}
          levelWords={bands.map((band) => (english ? band.nameEn : band.nameZh))}
          gradeWords={instrument.grades
            .toSorted((a, b) => a.grade - b.grade)
            .map((grade) => (english ? grade.nameEn : grade.nameZh))}
        />
      ) : null}
    </div>
  );
};
