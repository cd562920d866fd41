import { ok, refuse, type Result } from '@huiji/kernel';
import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element: children by name, each a list; its text under '#text', attributes under '@name'. */
export interface XmlNode {
  readonly [name: string]: string | readonly XmlNode[];
}

/** No message of a bank is larger; a batch of 100,000 lines makes about 60 MiB. */
export const MAX_MESSAGE_BYTES = 128 * 1024 * 1024;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  trimValues: true,
  alwaysCreateTextNode: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
});

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Characters that XML 1.0 cannot carry, written or by reference. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/** The five predefined entities and references to characters that XML can carry; any other stays as it was written. */
const unescape = (text: string): string =>
  text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/g, (whole, name, decimal, hex) => {
    if (typeof name === 'string') return ENTITIES[name] ?? whole;
    const point = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    const character = point <= 0x10ffff ? String.fromCodePoint(point) : '\0';
    return FORBIDDEN.test(character) ? whole : character;
  });

/** Escapes text for an element; characters that XML 1.0 cannot carry become a space. */
export const escapeXml = (text: string): string =>
  text
    .replace(new RegExp(FORBIDDEN, 'gu'), ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');

/** At most so many UTF-16 units of a text, no character cut in half. */
export const shorten = (text: string, most: number): string => text.slice(0, most).replace(/\p{Cs}$/u, '');

export const children = (node: XmlNode | undefined, name: string): readonly XmlNode[] => {
  const found = node?.[name];
  return Array.isArray(found) ? (found as readonly XmlNode[]) : [];
};

/** The first element along a path of names. */
export const descend = (node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined =>
  path.reduce<XmlNode | undefined>((at, name) => children(at, name)[0], node);

/** The text at the end of a path, unescaped; undefined when absent or empty. */
export const textAt = (node: XmlNode | undefined, ...path: readonly string[]): string | undefined => {
  const text = descend(node, ...path)?.['#text'];
  return typeof text === 'string' && text !== '' ? unescape(text) : undefined;
};

/** The elements under the root; undefined when they nest deeper than the parser goes. */
const rootOf = (text: string): XmlNode[string] | undefined => {
  try {
    return (parser.parse(text) as XmlNode)['Document'] ?? [];
  } catch {
    return undefined;
  }
};

/**
 * Reads an XML message whose root is <Document> of the given name space. Refuses UNREADABLE_MESSAGE: too large, a
 * document type or entity declaration, not well-formed, nested too deeply, another message.
 */
export const readDocument = (text: string, messageName: string): Result<XmlNode> => {
  const no = (why: string) => refuse('input', 'UNREADABLE_MESSAGE', { message: messageName, why });
  if (Buffer.byteLength(text) > MAX_MESSAGE_BYTES) return no('too large');
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return no('declares a document type');
  const space = /<(?:\w+:)?Document\s[^>]*?xmlns(?::\w+)?\s*=\s*["']([^"']*)["']/.exec(text)?.[1];
  if (space !== `urn:iso:std:iso:20022:tech:xsd:${messageName}`) return no('another message');
  if (FORBIDDEN.test(text) || XMLValidator.validate(text) !== true) return no('not well-formed');
  const root = rootOf(text);
  if (root === undefined) return no('nested too deeply');
  const document = Array.isArray(root) ? (root as readonly XmlNode[])[0] : undefined;
  return document ? ok(document) : no('no Document');
};
