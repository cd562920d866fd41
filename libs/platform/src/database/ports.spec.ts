import { isUuid } from '@huiji/kernel';
import { randomIds, seededIds } from './ports';

describe('ids', () => {
  it('PD-11 made in one microsecond do not collide and sort in the order they were made', () => {
    const made = Array.from({ length: 20_000 }, () => randomIds.next());
    expect(new Set(made).size).toBe(made.length);
    expect([...made].sort()).toEqual(made);
    expect(made.every(isUuid)).toBe(true);
  });

  it('of a demonstration are the same every time and differ by seed', () => {
    const take = (seed: string): string[] => {
      const ids = seededIds(seed, new Date('2020-07-01T00:00:00Z'));
      return Array.from({ length: 500 }, () => ids.next());
    };
    expect(take('suining')).toEqual(take('suining'));
    expect(new Set([...take('suining'), ...take('chongqing')]).size).toBe(1000);
    expect(take('suining').every(isUuid)).toBe(true);
  });
});
