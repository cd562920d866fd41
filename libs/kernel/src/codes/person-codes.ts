import { type PlainDate, parsePlainDate } from '../plain-date';
import { ok, refuse, type Result } from '../result';
import { mod11Radix2 } from './check-digits';

/** 居民身份证号 (GB 11643), 18 characters. Encrypted at rest, shown masked, never in a log, a file name or a refusal. */
export type IdentityNumber = string & { readonly __brand: 'IdentityNumber' };

const birthText = (text: string): string => `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;

/**
 * Refuses IDENTITY_FORM (17 digits and a digit or X), IDENTITY_BIRTH_DATE (not a real day, or after `today`)
 * and IDENTITY_CHECK_DIGIT (ISO 7064 MOD 11-2). The facts of a refusal never carry the number.
 */
export const parseIdentityNumber = (text: string, today: PlainDate): Result<IdentityNumber> => {
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return refuse('input', 'IDENTITY_FORM');
  const birth = parsePlainDate(birthText(text));
  if (!birth.ok || birth.value > today) return refuse('input', 'IDENTITY_BIRTH_DATE');
  return mod11Radix2(text.slice(0, 17)) === text[17]
    ? ok(text as IdentityNumber)
    : refuse('input', 'IDENTITY_CHECK_DIGIT');
};

export const birthDateOf = (identity: IdentityNumber): PlainDate => birthText(identity) as PlainDate;

/** The 17th digit: odd is male. */
export const sexOf = (identity: IdentityNumber): 'male' | 'female' =>
  Number(identity[16]) % 2 === 1 ? 'male' : 'female';

/** First six and last four stay: "110105********002X". */
export const maskIdentityNumber = (identity: string): string =>
  identity.length === 18 ? `${identity.slice(0, 6)}********${identity.slice(-4)}` : '*'.repeat(identity.length);

/** Publicity form of a Chinese name: 张三丰 → 张*丰, 张三 → 张*, 张 → *. Counts characters, not code units. */
export const maskName = (name: string): string => {
  const characters = [...name];
  const [first = '', last = ''] = [characters[0], characters.at(-1)];
  if (characters.length <= 1) return '*';
  if (characters.length === 2) return `${first}*`;
  return `${first}${'*'.repeat(characters.length - 2)}${last}`;
};
