import type { Answers, CombinationScoring, Instrument, Level } from '../model/instrument';
import { cnLtci2021 } from '../data/cn-ltci-2021';
import { combinedGrade, draftIssues, gradeFromAnswers } from './grade-from-answers';

const scoring = cnLtci2021.scoring as CombinationScoring;
const levels: readonly Level[] = [0, 1, 2, 3];
const items = cnLtci2021.domains.flatMap((domain) => domain.items);

/** Answers whose domain totals are exactly these: every item filled greedily, in small steps. */
const answersWith = (totals: Readonly<Record<string, number>>): Answers => {
  const answers: Record<string, number> = {};
  for (const domain of cnLtci2021.domains) {
    let left = totals[domain.key] ?? 0;
    for (const item of domain.items) {
      const best = Math.max(...item.options.map((option) => option.score).filter((score) => score <= left));
      answers[item.key] = best;
      left -= best;
    }
    if (left !== 0) throw new Error(`no answers add up to ${totals[domain.key]} in ${domain.key}`);
  }
  return answers;
};

const best = { adl: 100, cognition: 16, perception: 12 };
const gradeOf = (totals: Readonly<Record<string, number>>): number => {
  const graded = gradeFromAnswers(cnLtci2021, answersWith(totals));
  if (!graded.ok) throw new Error(JSON.stringify(graded.refusal));
  return graded.value.grade;
};

/** The bands as a person reads them in the published table, written a second time. */
const slowLevel = (domain: string, total: number): Level => {
  if (domain === 'adl') return total === 100 ? 0 : total >= 65 ? 1 : total >= 45 ? 2 : 3;
  const full = domain === 'cognition' ? 16 : 12;
  return total === full ? 0 : total >= 4 ? 1 : total >= 2 ? 2 : 3;
};

/** The published combination as sentences, written a second time. */
const slowGrade = (adl: Level, worse: Level): number => {
  if (adl === 0) return worse >= 2 ? 1 : 0;
  if (adl === 1) return worse === 3 ? 2 : 1;
  if (adl === 2) return worse === 3 ? 3 : 2;
  return worse <= 1 ? 3 : worse === 2 ? 4 : 5;
};

describe('the instrument of 2021', () => {
  it('has 3 domains of 10, 4 and 3 items, 17 in all, each with its own scores', () => {
    expect(cnLtci2021.domains.map((domain) => domain.items.length)).toEqual([10, 4, 3]);
    const scores = Object.fromEntries(items.map((item) => [item.key, item.options.map((option) => option.score)]));
    expect(scores['face_oral']).toEqual([0, 5]);
    expect(scores['bathing']).toEqual([0, 5]);
    expect(scores['walking']).toEqual([0, 5, 10, 15]);
    expect(scores['transfer']).toEqual([0, 5, 10, 15]);
  });

  it('has bands that touch, do not overlap and reach from 0 to the highest total', () => {
    for (const domain of cnLtci2021.domains) {
      const highest = domain.items.reduce((sum, item) => sum + Math.max(...item.options.map((o) => o.score)), 0);
      expect(highest).toBe(domain.maxTotal);
      for (let total = 0; total <= domain.maxTotal; total += domain.step)
        expect(domain.bands.filter((band) => total >= band.min && total <= band.max)).toHaveLength(1);
    }
  });
});

describe('PD-26 the grade comes from the combination table, never from a sum or an average', () => {
  it('D3 all 4 × 4 × 4 levels give the published grade', () => {
    const totalOf = (domain: string, level: Level): number =>
      cnLtci2021.domains.find((d) => d.key === domain)?.bands.find((b) => b.level === level)?.min ?? -1;
    for (const adl of levels)
      for (const cognition of levels)
        for (const perception of levels) {
          const totals = {
            adl: totalOf('adl', adl),
            cognition: totalOf('cognition', cognition),
            perception: totalOf('perception', perception),
          };
          expect(gradeOf(totals)).toBe(slowGrade(adl, Math.max(cognition, perception) as Level));
        }
  });

  it('D3 every total of every domain against every total of the others falls into its published band', () => {
    for (let adl = 0; adl <= 100; adl += 5)
      for (let cognition = 0; cognition <= 16; cognition += 1)
        for (let perception = 0; perception <= 12; perception += 1) {
          const worse = Math.max(slowLevel('cognition', cognition), slowLevel('perception', perception)) as Level;
          expect(gradeOf({ adl, cognition, perception })).toBe(slowGrade(slowLevel('adl', adl), worse));
        }
  });

  it.each([
    ['adl', 100, 95],
    ['adl', 65, 60],
    ['adl', 45, 40],
    ['cognition', 16, 15],
    ['cognition', 4, 3],
    ['cognition', 2, 1],
    ['perception', 12, 11],
    ['perception', 4, 3],
    ['perception', 2, 1],
  ])('D3 in %s the level changes between %i and %i and nowhere nearer', (domain, above, below) => {
    const levelAt = (total: number): number | undefined => {
      const graded = gradeFromAnswers(cnLtci2021, answersWith({ ...best, [domain]: total }));
      return graded.ok ? graded.value.totals.find((row) => row.domain === domain)?.band?.level : undefined;
    };
    expect(levelAt(below)).toBe((levelAt(above) ?? 0) + 1);
    expect(levelAt(above)).toBe(slowLevel(domain, above));
  });

  it('two people with the same sum of points get different grades', () => {
    expect(gradeOf({ adl: 40, cognition: 16, perception: 12 })).toBe(3);
    expect(gradeOf({ adl: 65, cognition: 2, perception: 1 })).toBe(2);
    expect(40 + 16 + 12).toBe(65 + 2 + 1);
  });

  it('the table never falls along a row or a column', () => {
    for (const row of levels)
      for (const column of levels) {
        const here = combinedGrade(scoring, { row, column });
        if (row < 3) expect(combinedGrade(scoring, { row: (row + 1) as Level, column })).toBeGreaterThanOrEqual(here);
        if (column < 3)
          expect(combinedGrade(scoring, { row, column: (column + 1) as Level })).toBeGreaterThanOrEqual(here);
      }
  });

  it('severe is ADL level 3, or ADL level 2 with the worst of the others; intact ADL never exceeds grade 1', () => {
    for (const row of levels)
      for (const column of levels) {
        const grade = combinedGrade(scoring, { row, column });
        expect(grade >= 3).toBe(row === 3 || (row === 2 && column === 3));
        if (row === 0) expect(grade).toBeLessThanOrEqual(1);
      }
  });
});

describe('answers', () => {
  const answers = answersWith(best);

  it('D3 a blank answer blocks grading and every blank item is named', () => {
    const { eating: _eating, memory: _memory, ...rest } = answers;
    const graded = gradeFromAnswers(cnLtci2021, { ...rest, hearing: null });
    expect(graded.ok).toBe(false);
    if (graded.ok) return;
    expect(graded.refusal.code).toBe('BAD_INPUT');
    expect(graded.refusal.issues.map(({ field, code }) => [field, code])).toEqual([
      ['answers.eating', 'ANSWER_MISSING'],
      ['answers.memory', 'ANSWER_MISSING'],
      ['answers.hearing', 'ANSWER_MISSING'],
    ]);
  });

  it('each single blank blocks', () => {
    for (const item of items)
      expect(gradeFromAnswers(cnLtci2021, { ...answers, [item.key]: undefined }).ok).toBe(false);
  });

  it('the worst score is not a blank', () => {
    expect(gradeFromAnswers(cnLtci2021, answersWith({ adl: 0, cognition: 0, perception: 0 }))).toMatchObject({
      ok: true,
      value: { grade: 5 },
    });
  });

  it.each([
    ['bathing', 10],
    ['face_oral', 10],
    ['eating', 15],
    ['eating', 4],
    ['eating', -5],
    ['memory', 2.5],
    ['memory', Number.NaN],
    ['vision', 5],
  ])('%s with %d is refused: not among the options of the item', (item, score) => {
    const graded = gradeFromAnswers(cnLtci2021, { ...answers, [item]: score });
    expect(graded).toMatchObject({
      ok: false,
      refusal: { issues: [{ field: `answers.${item}`, code: 'SCORE_NOT_AN_OPTION', facts: { score: `${score}` } }] },
    });
  });

  it('an answer the instrument does not ask is refused', () => {
    expect(gradeFromAnswers(cnLtci2021, { ...answers, dancing: 5 })).toMatchObject({
      ok: false,
      refusal: { issues: [{ field: 'answers.dancing', code: 'UNKNOWN_ITEM' }] },
    });
  });

  it('a draft may have blanks but no impossible score', () => {
    expect(draftIssues(cnLtci2021, { eating: 5 })).toEqual([]);
    expect(draftIssues(cnLtci2021, { eating: 7 })).toHaveLength(1);
  });

  it('D2 the grading carries the key and version of its instrument', () => {
    const later: Instrument = { ...cnLtci2021, version: '2031-1' };
    expect(gradeFromAnswers(later, answers)).toMatchObject({
      ok: true,
      value: { instrumentKey: 'cn_ltci_2021', instrumentVersion: '2031-1' },
    });
  });

  it('D3 says why: each total with its band, the row, the column and the grade', () => {
    const graded = gradeFromAnswers(cnLtci2021, answersWith({ adl: 40, cognition: 3, perception: 11 }));
    expect(graded).toMatchObject({
      ok: true,
      value: {
        grade: 4,
        cell: { row: 3, column: 2 },
        explanationZh: [
          '日常生活活动能力：40／100 分，在 0–40 分，重度受损（3）',
          '认知能力：3／16 分，在 2–3 分，中度受损（2）',
          '感知觉与沟通能力：11／12 分，在 4–11 分，轻度受损（1）',
          '组合表第 3 行、第 2 列（其余两项中较重者）：重度失能Ⅱ级',
        ],
      },
    });
  });
});
