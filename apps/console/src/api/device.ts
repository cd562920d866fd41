const key = 'huiji.device';

/** The token of this browser, by log-in name: it opens nothing, it only keeps strangers from locking the person out. */
const kept = (): Record<string, string> => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
};

export const deviceOf = (loginName: string): string | undefined => kept()[loginName.trim().toLowerCase()];

export const keepDevice = (loginName: string, token: string | null): void => {
  if (token === null) return;
  const others = Object.entries(kept()).slice(-9);
  localStorage.setItem(key, JSON.stringify({ ...Object.fromEntries(others), [loginName.trim().toLowerCase()]: token }));
};

const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** What this browser is, for its owner to recognise in the list of log-ins: "Firefox · Windows". */
export const deviceWords = (): string => {
  const named = (list: typeof browsers) => list.find(([form]) => form.test(navigator.userAgent))?.[1] ?? '?';
  return `${named(browsers)} · ${named(systems)}`;
};
