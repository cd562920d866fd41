import { createHash } from 'node:crypto';
import type { Leaf, Seal } from './model/seal';
import { LEAF_BYTES } from './persistence/seal.sql';

/** Before every seq there can be: the first seal covers also what somebody puts before the first row. */
export const BEGIN = -(2n ** 63n);

const ID = 16;
const HASH_AT = 24;

const uuidText = (bytes: Buffer): string => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

/** The leaves as one by one; bytes that are no whole leaf are left out. */
export const leavesOf = (bytes: Buffer): readonly Leaf[] =>
  Array.from({ length: Math.floor(bytes.length / LEAF_BYTES) }, (_, index) => {
    const leaf = bytes.subarray(index * LEAF_BYTES, (index + 1) * LEAF_BYTES);
    return {
      id: uuidText(leaf.subarray(0, ID)),
      seq: leaf.readBigInt64BE(ID),
      hash: leaf.subarray(HASH_AT).toString('hex'),
    };
  });

/** The head of a seal: SHA-256 over what it says of itself, the head of the one before, and its leaves. */
export const headOf = (seal: Omit<Seal, 'head' | 'sealedAt'>, leaves: Buffer): string =>
  createHash('sha256')
    .update(
      [
        'huiji-seal',
        seal.form,
        seal.area,
        seal.number,
        seal.previousHead ?? '',
        seal.firstPosition,
        seal.rowCount,
        seal.afterSeq,
        seal.lastSeq,
        '',
      ].join('\n'),
    )
    .update(leaves)
    .digest('hex');

/** The next seal over leaves that end at `lastSeq`. */
export const nextSeal = (
  area: string,
  last: Seal | undefined,
  { leaves, rowCount, lastSeq }: { readonly leaves: Buffer; readonly rowCount: bigint; readonly lastSeq: bigint },
  form: number,
  sealedAt: Date,
): Seal => {
  const draft = {
    area,
    form,
    rowCount,
    lastSeq,
    number: last ? last.number + 1n : 1n,
    firstPosition: last ? last.firstPosition + last.rowCount : 1n,
    afterSeq: last?.lastSeq ?? BEGIN,
    previousHead: last?.head ?? null,
  };
  return { ...draft, head: headOf(draft, leaves), sealedAt };
};
