import type { WeightedScoring } from '../model/instrument';

const weighed = (domain: string, weight: number, tops: readonly number[], shares?: string) => ({
  domain,
  maxTotal: tops.at(-1) ?? 0,
  bands: tops.map((max, index) => ({
    min: index === 0 ? 0 : (tops[index - 1] ?? 0) + 1,
    max,
    quarterPoints: weight * index,
  })),
  ...(shares === undefined ? {} : { shares }),
});

/**
 * Germany's Begutachtungsinstrument (SGB XI § 15, Anlagen 1–2): the scoring half, to prove that the registry holds
 * instruments of another kind. `weight` is the quarter points of one band: module 2 gives 0, 3.75, 7.5, 11.25 or 15.
 */
export const deNba2017Scoring: WeightedScoring = {
  method: 'weighted-modules',
  modules: [
    weighed('mobility', 10, [1, 3, 5, 9, 15]),
    weighed('cognition', 15, [1, 5, 10, 16, 33], 'mind'),
    weighed('behaviour', 15, [0, 2, 4, 6, 65], 'mind'),
    weighed('self-care', 40, [2, 7, 18, 36, 54]),
    weighed('therapy', 20, [0, 1, 3, 5, 15]),
    weighed('everyday-life', 15, [0, 3, 6, 11, 18]),
  ],
  grades: [
    { grade: 1, fromQuarterPoints: 50 },
    { grade: 2, fromQuarterPoints: 108 },
    { grade: 3, fromQuarterPoints: 190 },
    { grade: 4, fromQuarterPoints: 280 },
    { grade: 5, fromQuarterPoints: 360 },
  ],
};
