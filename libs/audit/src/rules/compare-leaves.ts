import type { Finding, Leaf } from '../model/seal';

/**
 * Compares what was sealed with what stands there now, both in the order of seq, and names every difference. A row that
 * is gone from one place and stands at another is swapped.
 */
export const compareLeaves = (seal: bigint, sealed: readonly Leaf[], found: readonly Leaf[]): readonly Finding[] => {
  const keyOf = ({ seq, id }: Leaf): string => `${seq} ${id}`;
  const then = new Map(sealed.map((leaf) => [keyOf(leaf), leaf]));
  const now = new Set(found.map(keyOf));
  const name = (kind: Finding['kind'], { seq, id }: Leaf): Finding => ({ kind, seal, actionId: id, seq });
  const present = found.flatMap((leaf) => {
    const before = then.get(keyOf(leaf));
    if (!before) return [name('inserted', leaf)];
    return before.hash === leaf.hash ? [] : [name('changed', leaf)];
  });
  const gone = sealed.filter((leaf) => !now.has(keyOf(leaf))).map((leaf) => name('deleted', leaf));
  return nameSwaps([...present, ...gone]);
};

/** Names a row that was found missing here and too many there as swapped, once. Also over findings of many seals. */
export const nameSwaps = (findings: readonly Finding[]): readonly Finding[] => {
  const idsOf = (kind: Finding['kind']): ReadonlySet<string | null> =>
    new Set(findings.filter((finding) => finding.kind === kind).map(({ actionId }) => actionId));
  const [inserted, deleted] = [idsOf('inserted'), idsOf('deleted')];
  return findings.flatMap((finding) => {
    const { kind, actionId } = finding;
    if (kind === 'inserted' && deleted.has(actionId)) return [{ ...finding, kind: 'swapped' as const }];
    return kind === 'deleted' && inserted.has(actionId) ? [] : [finding];
  });
};
