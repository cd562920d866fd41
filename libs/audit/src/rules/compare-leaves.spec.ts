import type { Leaf } from '../model/seal';
import { compareLeaves, nameSwaps } from './compare-leaves';

const leaf = (seq: number, id: string, hash = `hash of ${id}`): Leaf => ({ seq: BigInt(seq), id, hash });
const sealed = [leaf(1, 'a'), leaf(2, 'b'), leaf(3, 'c')];
const named = (found: readonly Leaf[]): readonly string[] =>
  compareLeaves(7n, sealed, found).map(({ kind, actionId, seq }) => `${kind} ${actionId} ${seq}`);

describe('X2 what stands where something else was sealed is named', () => {
  it('nothing, when it is what was sealed', () => {
    expect(named(sealed)).toEqual([]);
  });

  it('a changed, a deleted and an inserted row', () => {
    expect(named([leaf(1, 'a'), leaf(2, 'b', 'other'), leaf(3, 'c')])).toEqual(['changed b 2']);
    expect(named([leaf(1, 'a'), leaf(3, 'c')])).toEqual(['deleted b 2']);
    expect(named([...sealed, leaf(3, 'd')])).toEqual(['inserted d 3']);
  });

  it('two rows that changed places are swapped, each once', () => {
    expect(named([leaf(1, 'b', 'x'), leaf(2, 'a', 'y'), leaf(3, 'c')])).toEqual(['swapped b 1', 'swapped a 2']);
  });

  it('a row replaced by another one is gone, and the other is too many', () => {
    expect(named([leaf(1, 'a'), leaf(2, 'z'), leaf(3, 'c')])).toEqual(['inserted z 2', 'deleted b 2']);
  });

  it('a row that moved to another seal is swapped too', () => {
    const gone = compareLeaves(1n, [leaf(1, 'a')], []);
    const there = compareLeaves(2n, [], [leaf(9, 'a')]);
    expect(nameSwaps([...gone, ...there])).toEqual([{ kind: 'swapped', seal: 2n, actionId: 'a', seq: 9n }]);
  });
});
