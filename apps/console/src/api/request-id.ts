import { canonicalJson } from '@huiji/kernel';

const storageKey = 'huiji.requests';
type Kept = Record<string, string>;

const readKept = (): Kept => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? '{}');
    return kept !== null && typeof kept === 'object' ? (kept as Kept) : {};
  } catch {
    return {};
  }
};

const writeKept = (kept: Kept): void => sessionStorage.setItem(storageKey, JSON.stringify(kept));

const fingerprint = async (text: string): Promise<string> => {
  const digest = await crypto.subtle?.digest('SHA-256', new TextEncoder().encode(text));
  return digest ? [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('') : text;
};

/** A UUIDv4; `crypto.randomUUID` is missing where the page is not served from a secure address. */
export const freshId = (): string => {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};

/**
 * The id of one wish. The same act with the same input keeps its id, over retries and reloads of the tab, until it
 * succeeds; another input is another wish. So a click that was sent twice is done once.
 */
export const keepRequestId = async (act: string, input: unknown): Promise<{ id: string; done: () => void }> => {
  const key = `${act}:${await fingerprint(canonicalJson(input))}`;
  const id = readKept()[key] ?? freshId();
  writeKept({ ...readKept(), [key]: id });
  return {
    id,
    done: () => {
      const { [key]: _done, ...rest } = readKept();
      writeKept(rest);
    },
  };
};
