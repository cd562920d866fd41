import { ok, refuse, type Result } from '@huiji/kernel';

/** What the first bytes of a file say it is; `text` where they say nothing. */
type Form = 'zip' | 'gzip' | 'pdf' | 'png' | 'jpeg' | 'text' | 'program' | 'old-office' | 'page';

/** Endings that are taken, the form their bytes must have, and the media type they are given back with. */
const TAKEN: Readonly<Record<string, readonly [Form, string]>> = {
  csv: ['text', 'text/csv'],
  txt: ['text', 'text/plain'],
  xml: ['text', 'application/xml'],
  xlsx: ['zip', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  gz: ['gzip', 'application/gzip'],
  pdf: ['pdf', 'application/pdf'],
  png: ['png', 'image/png'],
  jpg: ['jpeg', 'image/jpeg'],
  jpeg: ['jpeg', 'image/jpeg'],
};

/** Forms of a file without an ending; what is neither is text. */
const NAMELESS: Partial<Readonly<Record<Form, string>>> = {
  text: 'application/octet-stream',
  zip: 'xlsx',
  gzip: 'gz',
  pdf: 'pdf',
  png: 'png',
  jpeg: 'jpg',
};

const MAGIC: readonly (readonly [string, Form])[] = [
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['1f8b', 'gzip'],
  ['255044462d', 'pdf'],
  ['89504e470d0a1a0a', 'png'],
  ['ffd8ff', 'jpeg'],
  ['4d5a', 'program'],
  ['7f454c46', 'program'],
  ['cafebabe', 'program'],
  ['cffaedfe', 'program'],
  ['2321', 'program'],
  ['d0cf11e0a1b11ae1', 'old-office'],
];

const PAGE = /^\s*<(!doctype html|html|script|svg|\?php)/i;

/** The form of a file by its first bytes (at least 64 where there are so many). */
export const formOf = (head: Buffer): Form => {
  const hex = head.subarray(0, 16).toString('hex');
  const [, form] = MAGIC.find(([magic]) => hex.startsWith(magic)) ?? [];
  if (form) return form;
  return PAGE.test(
    head
      .subarray(0, 64)
      .toString('latin1')
      .replace(/^\u00ef\u00bb\u00bf/, ''),
  )
    ? 'page'
    : 'text';
};

/**
 * The media type of a file that comes in, by its name and its first bytes: never by what its sender says.
 * Refusals: FILE_TYPE_NOT_TAKEN (an ending that is not taken), FILE_TYPE_DIFFERS (the bytes are something else).
 */
export const mediaTypeOf = (name: string, head: Buffer): Result<string> => {
  const form = formOf(head);
  const ending = /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === undefined) {
    const known = NAMELESS[form];
    if (known === undefined) return refuse('input', 'FILE_TYPE_NOT_TAKEN', { ending: form });
    return ok(TAKEN[known]?.[1] ?? known);
  }
  const [wanted, mediaType] = TAKEN[ending] ?? [];
  if (wanted === undefined || mediaType === undefined) return refuse('input', 'FILE_TYPE_NOT_TAKEN', { ending });
  return form === wanted ? ok(mediaType) : refuse('input', 'FILE_TYPE_DIFFERS', { ending });
};
