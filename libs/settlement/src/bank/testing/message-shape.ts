import { XMLParser } from 'fast-xml-parser';

import { messageTypes } from './message-types';

type Ordered = readonly Readonly<Record<string, unknown>>[];

const tagOf = (node: Readonly<Record<string, unknown>>): string => Object.keys(node).find((key) => key !== ':@') ?? '';

const checkText = (
  nodes: Ordered,
  attributes: unknown,
  type: { text: RegExp; attribute?: string },
  at: string,
): string[] => {
  const text = nodes.map((node) => node['#text']).join('');
  const faults = type.text.test(text) ? [] : [`${at}: text "${text}" has the wrong form`];
  if (type.attribute !== undefined && (attributes as Record<string, unknown> | undefined)?.[type.attribute] !== 'CNY')
    faults.push(`${at}: not in CNY`);
  return faults;
};

const checkSequence = (nodes: Ordered, sequence: readonly string[], at: string): string[] => {
  const faults: string[] = [];
  let next = 0;
  for (const slot of sequence) {
    const [, name = '', times = '', type = ''] = /^([A-Za-z0-9]+)([?*+]?) (.+)$/.exec(slot) ?? [];
    let seen = 0;
    for (let node = nodes[next]; node !== undefined && tagOf(node) === name; node = nodes[next]) {
      faults.push(...check(node[name] as Ordered, node[':@'], type, `${at}/${name}`));
      seen += 1;
      next += 1;
      if (times === '' || times === '?') break;
    }
    if (seen === 0 && (times === '' || times === '+')) faults.push(`${at}: ${name} is missing or out of order`);
  }
  const left = nodes[next];
  if (left !== undefined) faults.push(`${at}: ${tagOf(left)} stands where it may not`);
  return faults;
};

const check = (nodes: Ordered, attributes: unknown, name: string, at: string): string[] => {
  const type = messageTypes[name];
  if (!type) return [`${at}: not part of our profile`];
  if ('text' in type) return checkText(nodes, attributes, type, at);
  if ('sequence' in type) return checkSequence(nodes, type.sequence, at);
  const [node] = nodes;
  const option = type.choice.find((slot) => node !== undefined && slot.startsWith(`${tagOf(node)} `));
  if (node === undefined || option === undefined || nodes.length !== 1) return [`${at}: not one of the choices`];
  return check(node[tagOf(node)] as Ordered, node[':@'], option.split(' ')[1] ?? '', `${at}/${tagOf(node)}`);
};

/** Everything in which a message departs from its published definition; empty when it does not. */
export const shapeFaults = (xml: string, message: string): readonly string[] => {
  const parsed = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    processEntities: true,
    ignoreDeclaration: true,
  }).parse(xml) as Ordered;
  const [document] = parsed;
  if (!document || parsed.length !== 1 || tagOf(document) !== 'Document') return ['no single Document'];
  const space = (document[':@'] as Record<string, unknown> | undefined)?.['@xmlns'];
  if (space !== `urn:iso:std:iso:20022:tech:xsd:${message}`) return [`name space ${String(space)}`];
  return check(document['Document'] as Ordered, undefined, message, 'Document');
};
