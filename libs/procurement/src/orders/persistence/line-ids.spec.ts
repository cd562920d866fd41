import { isUuid } from '@huiji/kernel';
import { idsAfter } from './line-ids';

describe('ids of a million lines', () => {
  it('PD-11 are different UUIDs, also where the last digits run over', () => {
    const next = idsAfter('0190c6a4-5c1e-7b1a-9f00-fffffffffffe');
    const ids = Array.from({ length: 1000 }, next);
    expect(ids.slice(0, 2)).toEqual(['0190c6a4-5c1e-7b1a-9f00-ffffffffffff', '0190c6a4-5c1e-7b1a-9f00-000000000000']);
    expect(ids.every(isUuid)).toBe(true);
    expect(new Set(ids).size).toBe(1000);
  });
});
