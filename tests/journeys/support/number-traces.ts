/** Digits of a number that betray it on their own. */
const HALF = 9;

/** Base64 of a text wherever it may begin within three bytes, without what its neighbours decide. */
const base64 = (text: string): readonly string[] =>
  [0, 1, 2].map((before) => {
    const whole = Buffer.from('x'.repeat(before) + text).toString('base64');
    const begin = [0, 2, 3][before] ?? 0;
    const end = Math.floor(((before + text.length) * 8) / 6);
    return whole.slice(begin, end);
  });

const percent = (text: string): readonly string[] => {
  const upper = [...Buffer.from(text)].map((byte) => `%${byte.toString(16).toUpperCase()}`).join('');
  return [upper, upper.toLowerCase()];
};

const wide = (text: string): string => [...text].join('\0');

/** Every way a number may be written somewhere: plain, base64, URL-encoded, in two bytes a sign; whole and by halves. */
export const formsOf = (number: string): readonly string[] => {
  const half = Math.max(HALF, Math.ceil(number.length / 2));
  const parts = [number, number.slice(0, half), number.slice(-half)];
  return [...new Set(parts.flatMap((part) => [part, wide(part), ...base64(part), ...percent(part)]))];
};

/** The number's forms that a text holds; blanks and hyphens between digits hide nothing. */
export const tracesIn = (text: string, number: string): readonly string[] => {
  const closed = text.replaceAll(/(?<=[0-9])[ -](?=[0-9Xx])/g, '');
  return formsOf(number).filter((form) => text.includes(form) || closed.includes(form));
};
