/** What failures are counted for. `name` is a log-in name as strangers try it, from wherever. */
export type Counted = 'name-address' | 'address' | 'name' | 'device' | 'code' | 'code-device' | 'change' | 'ask';

export interface Limit {
  /** Failures within the window after which no more are heard. */
  readonly failures: number;
  /** Minutes from the first failure until all are forgotten. */
  readonly minutes: number;
}

export const limits: Readonly<Record<Counted, Limit>> = {
  'name-address': { failures: 10, minutes: 15 },
  address: { failures: 200, minutes: 15 },
  name: { failures: 100, minutes: 60 },
  device: { failures: 10, minutes: 15 },
  code: { failures: 15, minutes: 60 },
  'code-device': { failures: 15, minutes: 60 },
  change: { failures: 10, minutes: 15 },
  ask: { failures: 20, minutes: 60 },
};

export interface CounterName {
  readonly counted: Counted;
  /** What tells one counter of its kind from another. */
  readonly of: string;
}

/** An address as it is counted: IPv4 whole, of IPv6 the network of 64 bits that one household or office has. */
export const countedAddress = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
};

/**
 * The counters of one try to log in. A known device of that very person has one of its own, which no stranger can
 * fill (OWASP device cookie); everybody else shares those of the name at the address, the address, and the name.
 */
export const logInCounters = (
  loginName: string,
  address: string,
  device: string | undefined,
): readonly CounterName[] => {
  if (device !== undefined) return [{ counted: 'device', of: device }];
  const from = countedAddress(address);
  return [
    { counted: 'name-address', of: `${loginName} ${from}` },
    { counted: 'address', of: from },
    { counted: 'name', of: loginName },
  ];
};

/** The counter of one try of a second factor: known devices apart from strangers who hold the password. */
export const codeCounters = (userId: string, device: string | undefined): readonly CounterName[] => [
  device === undefined ? { counted: 'code', of: userId } : { counted: 'code-device', of: device },
];

export interface Counter extends CounterName {
  /** Failures in the window, with this try. */
  readonly failures: number;
  readonly windowEndsAt: Date;
}

/** Seconds to wait before another try is heard, 0 when this one is: the longest wait of all counters that are full. */
export const waitSeconds = (counters: readonly Counter[], now: Date): number =>
  counters.reduce((wait, { counted, failures, windowEndsAt }) => {
    if (failures <= limits[counted].failures) return wait;
    return Math.max(wait, Math.ceil((windowEndsAt.getTime() - now.getTime()) / 1000), 1);
  }, 0);
