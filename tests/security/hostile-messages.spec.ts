import { readCustomerFile } from '../../apps/bank-sandbox/src/messages/read';
import { readCamt053 } from '../../libs/settlement/src/bank/camt-053';
import { readPain002 } from '../../libs/settlement/src/bank/pain-002';

const MIB = 1024 * 1024;
const DEADLINE_S = 8;
const GROWTH_MIB = 700;

const message = (inside: string, before = '', name = 'pain.002.001.10'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${before}<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${name}"><CstmrPmtStsRpt><GrpHdr><MsgId>M1</MsgId></GrpHdr>${inside}</CstmrPmtStsRpt></Document>`;
const group = '<OrgnlGrpInfAndSts><OrgnlMsgId>B1</OrgnlMsgId></OrgnlGrpInfAndSts>';

const laughs = `<!DOCTYPE l [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>`;
const external = '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]>';

const feed = (text: string): { told: string; seconds: number; grownMiB: number } => {
  const before = process.memoryUsage().rss;
  const began = performance.now();
  const read = readPain002(text);
  const told = read.ok ? 'read' : `${read.refusal.code} ${read.refusal.facts['why'] ?? ''}`;
  const grownMiB = (process.memoryUsage().rss - before) / MIB;
  return { told, seconds: (performance.now() - began) / 1000, grownMiB };
};

describe('X8 messages of a bank that come to harm', () => {
  it('a plain one is read, and entities that XML knows by itself are taken', () => {
    const read = readPain002(message(group.replace('B1', 'B&amp;&#x4E00;')));
    expect(read).toMatchObject({ ok: true, value: { originalMessageId: 'B&一' } });
  });

  it.each([
    ['a billion laughs', () => message(`${group}&c;`, laughs), 'declares a document type'],
    ['an external entity', () => message(`${group}&x;`, external), 'declares a document type'],
    ['a document type in small letters', () => message(group, '<!doctype l>'), 'declares a document type'],
    ['an entity of parameters', () => message(group, '<!DOCTYPE l [<!ENTITY % p SYSTEM "http://x/">%p;]>'), 'declares'],
    ['another message', () => message(group, '', 'camt.053.001.08'), 'another message'],
    ['a cut one', () => message(group).slice(0, 120), 'not well-formed'],
    ['a zero byte', () => message(`${group}\u0000`), 'not well-formed'],
    ['half a character', () => message(`${group}\ud800`), 'not well-formed'],
    ['more than 128 MiB', () => message(`<A>${'x'.repeat(129 * MIB)}</A>`), 'too large'],
    [
      'a hundred thousand levels',
      () => message(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`),
      'nested too deeply',
    ],
    [
      'a tag of two hundred thousand attributes',
      () => message(`<A ${Array.from({ length: 200_000 }, (_, n) => `a${n.toString()}=""`).join(' ')}/>`),
      '',
    ],
  ])('%s is refused in words, within seconds and MiB', (_, make, why) => {
    const { told, seconds, grownMiB } = feed(make());
    expect(told).toContain('UNREADABLE_MESSAGE');
    expect(told).toContain(why);
    expect(seconds).toBeLessThan(DEADLINE_S);
    expect(grownMiB).toBeLessThan(GROWTH_MIB);
  });

  it('an entity nobody declared stays as it was written, and nothing is fetched', () => {
    const read = readPain002(message(group.replace('B1', '&lol;&x;')));
    expect(read).toMatchObject({ ok: true, value: { originalMessageId: '&lol;&x;' } });
  });

  it('statements and the bank of the demonstration have the same guard', () => {
    expect(readCamt053(message('', laughs, 'camt.053.001.08'))).toMatchObject({
      ok: false,
      refusal: { code: 'UNREADABLE_MESSAGE' },
    });
    expect(readCustomerFile(`<Document>${'<a>'.repeat(9000)}${'</a>'.repeat(9000)}</Document>`)).toMatchObject({
      kind: 'unreadable',
      why: 'nested too deeply',
    });
    expect(readCustomerFile(message('', external))).toMatchObject({
      kind: 'unreadable',
      why: 'declares a document type',
    });
  });
});
