import { deNba2017Scoring } from '../data/de-nba-2017';
import { therapyPoints, weightedGrade } from './weighted-grade';

const grade = (totals: Readonly<Record<string, number>>) =>
  weightedGrade(deNba2017Scoring, new Map(Object.entries(totals)));

describe('a weighted instrument is graded in whole quarter points', () => {
  it('PD-30 three visits a week of 4.3 points reach the band that starts at 12.9', () => {
    expect(4.3 * 3 < 12.9).toBe(true); // what floats would say
    expect(therapyPoints([], [{ daily: 0, weekly: 3, monthly: 0 }])).toBe(3);
    expect(therapyPoints([], [{ daily: 0, weekly: 2, monthly: 4 }])).toBe(2);
  });

  it.each([
    [{ daily: 0, weekly: 0, monthly: 4 }, 0],
    [{ daily: 0, weekly: 1, monthly: 0 }, 1],
    [{ daily: 0, weekly: 2, monthly: 0 }, 2],
    [{ daily: 1, weekly: 0, monthly: 0 }, 6],
  ])('PD-30 short visits %j give %i points', (row, points) => {
    expect(therapyPoints([], [row])).toBe(points);
  });

  it('D2 of the two modules of the mind the higher weight counts, once', () => {
    expect(grade({ cognition: 2 }).quarterPoints).toBe(15);
    expect(grade({ behaviour: 7 }).quarterPoints).toBe(60);
    expect(grade({ cognition: 17, behaviour: 7 }).quarterPoints).toBe(60);
  });

  it('D2 everything at its worst is 100 points, grade 5', () => {
    const worst = Object.fromEntries(deNba2017Scoring.modules.map((module) => [module.domain, module.maxTotal]));
    expect(grade(worst)).toEqual({ quarterPoints: 400, grade: 5 });
  });

  it.each([
    [{ mobility: 10 }, 40, 0], // 10 points
    [{ 'self-care': 3, mobility: 2 }, 50, 1], // 12.5
    [{ 'self-care': 8, mobility: 4, therapy: 0 }, 100, 1], // 25
    [{ 'self-care': 8, mobility: 2, cognition: 2, 'everyday-life': 0 }, 105, 1], // 26.25
    [{ 'self-care': 8, mobility: 6 }, 110, 2], // 27.5
  ])('D2 %j is %i quarter points, grade %i', (totals, quarterPoints, expected) => {
    expect(grade(totals)).toEqual({ quarterPoints, grade: expected });
  });

  it('D2 the bands of a module touch and start at 0', () => {
    for (const module of deNba2017Scoring.modules) {
      expect(module.bands[0]?.min).toBe(0);
      for (const [index, band] of module.bands.entries()) {
        const next = module.bands[index + 1];
        if (next) expect(next.min).toBe(band.max + 1);
        else expect(band.max).toBe(module.maxTotal);
      }
    }
  });
});
