import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/** Where nothing of the public internet lives (IANA special-purpose registries, RFC 6890 and its successors). */
const inside = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(net, bits, 'ipv4');
/** Of IPv6 only global unicast (2000::/3) is public, less what carries another address inside or is documentation. */
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  inside.addSubnet(net, bits, 'ipv6');
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');

/** Whether an address belongs to the public internet; anything odd does not. */
export const isPublicAddress = (address: string): boolean => {
  const family = isIP(address);
  if (family === 4) return !inside.check(address, 'ipv4');
  return family === 6 && global.check(address, 'ipv6') && !inside.check(address, 'ipv6');
};

export interface PinnedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Settings of the guard. */
export interface GuardRules {
  /** http:// as well as https://: demonstration and tests only. */
  readonly plainAllowed: boolean;
  /** Hosts that may resolve to addresses inside, by exact name. */
  readonly privateHosts: readonly string[];
}

/** Why an address is not called. */
export type GuardFault = 'WEBHOOK_URL_FORM' | 'WEBHOOK_URL_NOT_HTTPS' | 'WEBHOOK_URL_PRIVATE';

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').toLowerCase();

/** What is wrong with the form of an address, before any name is asked for. */
export const urlFault = (text: string, rules: GuardRules): GuardFault | undefined => {
  if (text.length > 500 || /[\s\p{Cc}]/u.test(text) || !URL.canParse(text)) return 'WEBHOOK_URL_FORM';
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.hash !== '') return 'WEBHOOK_URL_FORM';
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && rules.plainAllowed)) return 'WEBHOOK_URL_NOT_HTTPS';
  const host = hostOf(url);
  if (rules.privateHosts.includes(host)) return undefined;
  if (isIP(host) !== 0) return isPublicAddress(host) ? undefined : 'WEBHOOK_URL_PRIVATE';
  return host.includes('.') && !/\.(local|internal|localhost|home\.arpa)$/.test(host)
    ? undefined
    : 'WEBHOOK_URL_PRIVATE';
};

/**
 * The one address that a call goes to, resolved now and pinned: the name is not asked again when the connection is
 * made, so it cannot mean something else by then. Throws when any of its addresses lies inside.
 */
export const pinnedAddress = async (url: URL, rules: GuardRules): Promise<PinnedAddress> => {
  const host = hostOf(url);
  const family = isIP(host);
  const found = family === 0 ? await lookup(host, { all: true, verbatim: true }) : [{ address: host, family }];
  const [first] = found;
  if (first === undefined) throw new Error('the name has no address');
  if (!rules.privateHosts.includes(host) && found.some(({ address }) => !isPublicAddress(address)))
    throw new Error('the name leads to an address inside');
  return { address: first.address, family: first.family === 6 ? 6 : 4 };
};
