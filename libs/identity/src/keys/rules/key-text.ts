import { isUuid } from '@huiji/kernel';

export interface KeyParts {
  readonly id: string;
  readonly secret: string;
}

/** The text of a key, as its system sends it: `huiji_<id>_<secret>`; a scanner of leaked secrets knows the beginning. */
export const keyText = ({ id, secret }: KeyParts): string => `huiji_${id.replaceAll('-', '')}_${secret}`;

/** The parts of a key; undefined for any other text. */
export const keyParts = (text: string): KeyParts | undefined => {
  const found = /^huiji_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/.exec(
    text,
  );
  const [, a = '', b = '', c = '', d = '', e = '', secret = ''] = found ?? [];
  const id = [a, b, c, d, e].join('-');
  return found && isUuid(id) ? { id, secret } : undefined;
};
