import { badInput, ok, type Result } from '@huiji/kernel';
import type { SealHead } from '../model/seal';

/** Most lines of a list of heads that is taken in. */
export const KEPT_HEADS_LIMIT = 100_000;

const LINE = /^(?<area>[1-9]\d{5})\s+(?<number>[1-9]\d{0,17})\s+(?<head>[0-9a-f]{64})(\s.*)?$/;

/** Writes heads as a text that a person can keep: area, number, head, and whatever words follow. */
export const headsText = (heads: readonly (SealHead & { readonly words: string })[]): string =>
  heads.map(({ area, number, head, words }) => `${area} ${number} ${head} ${words}\n`).join('');

/**
 * Reads kept heads: one on each line, empty lines and lines that begin with # are passed over. Refuses BAD_INPUT with
 * the issues KEPT_HEAD_FORM (by line) and KEPT_HEADS_TOO_MANY (over 100,000 lines).
 */
export const readKeptHeads = (text: string): Result<readonly SealHead[]> => {
  const lines = text.split('\n').map((line) => line.trim());
  if (lines.length > KEPT_HEADS_LIMIT) {
    const facts = { limit: KEPT_HEADS_LIMIT.toString() };
    return badInput([{ field: 'keptHeads', code: 'KEPT_HEADS_TOO_MANY', facts }]);
  }
  const heads: SealHead[] = [];
  for (const [index, line] of lines.entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const { area, number, head } = LINE.exec(line)?.groups ?? {};
    if (area === undefined || number === undefined || head === undefined) {
      const facts = { line: (index + 1).toString() };
      return badInput([{ field: 'keptHeads', code: 'KEPT_HEAD_FORM', facts }]);
    }
    heads.push({ area, number: BigInt(number), head });
  }
  return ok(heads);
};
