const LONGEST = 200;

/**
 * A name that is safe to keep, to log and to send back: the last part of a path, without control characters,
 * at most 200 characters with the ending kept. An identity number in it is masked (first 6, last 4).
 */
export const cleanFileName = (name: string): string => {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '')
    .replaceAll(/(?<!\d)(\d{6})\d{8}(\d{3}[\dXx])(?!\d)/g, '$1********$2')
    .trim();
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(plain)?.[0] ?? '';
  const stem = plain.slice(0, plain.length - ending.length);
  return `${stem.slice(0, LONGEST - ending.length) || 'file'}${ending}`;
};
