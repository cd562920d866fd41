import type { Answers } from '@huiji/long-term-care';

/** Items of the 2021 standard with the most points each, in the order of its form. */
const dailyLiving = [
  ['eating', 10],
  ['dressing', 10],
  ['face_oral', 5],
  ['bowel', 10],
  ['bladder', 10],
  ['toilet', 10],
  ['walking', 15],
  ['transfer', 15],
  ['stairs', 10],
  ['bathing', 5],
] as const;
const cognition = ['time', 'person', 'space', 'memory'] as const;
const perception = ['vision', 'hearing', 'communication'] as const;

/** Lays `total` points on items in turn, `start` first, none above its most. */
const laid = (items: readonly (readonly [key: string, most: number])[], total: number, start: number): Answers => {
  const answers: Record<string, number> = {};
  let left = total;
  for (let step = 0; step < items.length; step += 1) {
    const item = items[(start + step) % items.length];
    if (!item) continue;
    const [key, most] = item;
    answers[key] = Math.min(left, most);
    left -= answers[key];
  }
  return answers;
};

/** The totals that give a grade under the table of the 2021 standard: daily living, cognition, perception. */
const totals: Readonly<Record<number, readonly [living: number, cognition: number, perception: number]>> = {
  0: [100, 16, 12],
  1: [75, 13, 10],
  2: [55, 11, 9],
  3: [25, 8, 7],
  4: [20, 3, 6],
  5: [10, 1, 5],
};

/**
 * Seventeen answers of person `index` that come to `grade`. `turn` lays the points on other items: another assessor's
 * sheet with the same grade.
 */
export const answersFor = (grade: number, index: number, turn = 0): Answers => {
  const [living, mind, senses] = totals[grade] ?? [0, 0, 0];
  return {
    ...laid(dailyLiving, living - (grade >= 3 ? 5 * (index % 2) : 0), index + turn),
    ...laid(
      cognition.map((key) => [key, 4]),
      mind,
      index + turn,
    ),
    ...laid(
      perception.map((key) => [key, 4]),
      senses,
      index + turn,
    ),
  };
};
