import { useTranslation } from 'react-i18next';

interface GradeTableProps {
  /** Grade by level: rows are the daily-living level, columns the cognition-or-perception level. */
  readonly cells: readonly (readonly number[])[];
  readonly row: number;
  readonly column: number;
  readonly levelWords: readonly string[];
  readonly gradeWords: readonly string[];
}

/** Why this grade: the combination table with the one cell lit that the two levels meet in. */
export const GradeTable = ({ cells, row, column, levelWords, gradeWords }: GradeTableProps) => {
  const { t } = useTranslation();
  return (
    <table className="grade-table">
      <caption className="hidden-words">{t('pictures.gradeTable')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('pictures.gradeCorner')}</th>
          {levelWords.map((words) => (
            <th key={words} scope="col">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cells.map((line, y) => (
          <tr key={y}>
            <th scope="row">{levelWords[y]}</th>
            {line.map((grade, x) => (
              <td key={x} className={y === row && x === column ? 'lit' : undefined}>
                {grade}
                <div className="small">{gradeWords[grade]}</div>
                {y === row && x === column ? <span className="hidden-words">{t('pictures.thisCell')}</span> : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
