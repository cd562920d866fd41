import { dictionary } from '@zxcvbn-ts/language-common';

let list: ReadonlySet<string> | undefined;

/** Some 49,000 passwords that many people use, in lower case; read when the first one is asked for. */
export const commonPasswords = (): ReadonlySet<string> => {
  list ??= new Set(dictionary['passwords-common'].map((word) => String(word).toLowerCase()));
  return list;
};
