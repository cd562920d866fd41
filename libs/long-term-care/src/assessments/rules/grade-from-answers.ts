import { assert, badInput, ok, present, type FieldIssue, type Result } from '@huiji/kernel';
import type {
  Answers,
  CombinationScoring,
  DomainTotal,
  Grading,
  Instrument,
  InstrumentItem,
  Level,
} from '../model/instrument';
import { weightedGrade } from './weighted-grade';

/**
 * Totals, levels and grade of a full set of answers, with the reasons (组合法 of 医保办发〔2021〕37号, or the instrument's own method).
 * Refuses BAD_INPUT with one issue per fault: ANSWER_MISSING for every blank item (0 is the worst score, never a blank),
 * SCORE_NOT_AN_OPTION for a score outside the item's options, UNKNOWN_ITEM for an answer the instrument does not ask.
 * Whole numbers only; nothing is averaged or imputed.
 */
export const gradeFromAnswers = (instrument: Instrument, answers: Answers): Result<Grading> => {
  const issues = answerIssues(instrument, answers);
  if (issues.length > 0) return badInput(issues);
  const totals = instrument.domains.map((domain): DomainTotal => {
    const total = domain.items.reduce((sum, item) => sum + present(answers[item.key], item.key), 0);
    const band = domain.bands.find(({ min, max }) => total >= min && total <= max) ?? null;
    return { domain: domain.key, nameZh: domain.nameZh, nameEn: domain.nameEn, total, max: domain.maxTotal, band };
  });
  return ok(gradeFromTotals(instrument, totals));
};

/** What is wrong with a set of answers; empty when it can be graded. */
export const answerIssues = (instrument: Instrument, answers: Answers): readonly FieldIssue[] => {
  const items = instrument.domains.flatMap((domain) => domain.items);
  const known = new Set(items.map((item) => item.key));
  const unknown = Object.keys(answers)
    .filter((key) => !known.has(key))
    .map((key): FieldIssue => ({ field: `answers.${key.slice(0, 40)}`, code: 'UNKNOWN_ITEM' }));
  return [...items.flatMap((item) => itemIssues(item, answers[item.key])), ...unknown];
};

/** The same for a draft, where blanks are allowed. */
export const draftIssues = (instrument: Instrument, answers: Answers): readonly FieldIssue[] =>
  answerIssues(instrument, answers).filter(({ code }) => code !== 'ANSWER_MISSING');

const itemIssues = (item: InstrumentItem, score: number | null | undefined): readonly FieldIssue[] => {
  const field = `answers.${item.key}`;
  if (score === null || score === undefined) {
    return [{ field, code: 'ANSWER_MISSING', facts: { itemZh: item.nameZh, itemEn: item.nameEn } }];
  }
  if (item.options.some((option) => option.score === score)) return [];
  const allowed = item.options.map((option) => option.score).join(', ');
  return [
    {
      field,
      code: 'SCORE_NOT_AN_OPTION',
      facts: { itemZh: item.nameZh, itemEn: item.nameEn, score: `${score}`, allowed },
    },
  ];
};

const gradeFromTotals = (instrument: Instrument, totals: readonly DomainTotal[]): Grading => {
  const scoring = instrument.scoring;
  const cell = scoring.method === 'combination-table' ? cellOf(scoring, totals) : null;
  const grade =
    scoring.method === 'combination-table'
      ? combinedGrade(scoring, present(cell, 'a cell'))
      : weightedGrade(scoring, new Map(totals.map(({ domain, total }) => [domain, total]))).grade;
  const name = present(
    instrument.grades.find((candidate) => candidate.grade === grade),
    `the name of grade ${grade}`,
  );
  const words = explain(totals, cell, name.nameZh, name.nameEn);
  return {
    instrumentKey: instrument.key,
    instrumentVersion: instrument.version,
    totals,
    grade,
    gradeNameZh: name.nameZh,
    gradeNameEn: name.nameEn,
    cell,
    explanationZh: words.zh,
    explanationEn: words.en,
  };
};

/** The row is the level of the row domain, the column the worse level of the others. */
const cellOf = (scoring: CombinationScoring, totals: readonly DomainTotal[]): { row: Level; column: Level } => {
  const levelOf = (domain: string): Level => {
    const total = totals.find((candidate) => candidate.domain === domain);
    assert(total?.band, `the total of ${domain} falls into a band`);
    return total.band.level;
  };
  const column = scoring.columnDomains.map(levelOf).reduce<Level>((worst, level) => (level > worst ? level : worst), 0);
  return { row: levelOf(scoring.rowDomain), column };
};

/** The grade in a cell of the combination table. */
export const combinedGrade = (scoring: CombinationScoring, { row, column }: { row: Level; column: Level }): number =>
  scoring.table[row][column];

const explain = (
  totals: readonly DomainTotal[],
  cell: { row: Level; column: Level } | null,
  gradeZh: string,
  gradeEn: string,
): { zh: readonly string[]; en: readonly string[] } => {
  const zh = totals.map(({ nameZh, total, max, band }) =>
    band
      ? `${nameZh}：${total}／${max} 分，在 ${band.min}–${band.max} 分，${band.nameZh}（${band.level}）`
      : `${nameZh}：${total}／${max} 分`,
  );
  const en = totals.map(({ nameEn, total, max, band }) =>
    band
      ? `${nameEn}: ${total} of ${max}, within ${band.min} to ${band.max}, ${band.nameEn} (level ${band.level})`
      : `${nameEn}: ${total} of ${max}`,
  );
  if (cell) {
    zh.push(`组合表第 ${cell.row} 行、第 ${cell.column} 列（其余两项中较重者）：${gradeZh}`);
    en.push(`Combination table, row ${cell.row}, column ${cell.column} (the worse of the other two): ${gradeEn}`);
  }
  return { zh, en };
};
