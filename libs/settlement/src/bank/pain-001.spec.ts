import { fen, plainDate } from '@huiji/kernel';
import { writePacs028 } from './pacs-028';
import { writePain001, type TransferFile, type TransferLine } from './pain-001';
import { shapeFaults } from './testing/message-shape';

const file: TransferFile = {
  messageId: 'B510900-0190c6a45c1e7b1a',
  createdAt: new Date('2020-07-15T08:30:00.000Z'),
  executionDate: plainDate('2020-07-15'),
  count: 2n,
  sumFen: fen(746_990_001),
  debtor: { name: '遂宁市医疗保障基金', accountNumber: '5100012345678901', cnaps: '102662000018' },
};

const line = (over: Partial<TransferLine> = {}): TransferLine => ({
  instructionId: '0190c6a45c1e7b1a9f001234567890ab',
  amountFen: fen(746_990_000),
  payeeName: '某药业 & <子公司>',
  accountNumber: '6222020000000001',
  cnaps: '103100000026',
  remittance: '药款 24512000000012345678',
  ...over,
});

async function* pages(...of: readonly (readonly TransferLine[])[]) {
  await Promise.resolve();
  yield* of;
}

const written = async (of: TransferFile, ...lines: readonly (readonly TransferLine[])[]): Promise<string> => {
  let text = '';
  for await (const piece of writePain001(of, pages(...lines))) text += piece;
  return text;
};

const two = [line(), line({ instructionId: '1190c6a45c1e7b1a9f001234567890ab', amountFen: fen(1) })];

describe('C9 the file to the bank is pain.001.001.09', () => {
  it('has the published elements in the published order', async () => {
    expect(shapeFaults(await written(file, two), 'pain.001.001.09')).toEqual([]);
  });

  it('states the sealed count and sum, twice, with two decimals', async () => {
    const text = await written(file, two);
    expect(text.match(/<NbOfTxs>2<\/NbOfTxs><CtrlSum>7469900\.01<\/CtrlSum>/g)).toHaveLength(2);
    expect(text).toContain('<InstdAmt Ccy="CNY">7469900.00</InstdAmt>');
    expect(text).toContain('<InstdAmt Ccy="CNY">0.01</InstdAmt>');
  });

  it('names banks by their twelve-digit CNAPS code', async () => {
    const text = await written(file, two);
    expect(text).toContain('<ClrSysId><Cd>CNAPS</Cd></ClrSysId><MmbId>103100000026</MmbId>');
  });

  it('uses the instruction id as end-to-end id, at most 35 characters', async () => {
    const text = await written(file, two);
    expect(text).toContain('<EndToEndId>0190c6a45c1e7b1a9f001234567890ab</EndToEndId>');
  });

  it('escapes names, cuts them at 140 characters and replaces what XML cannot carry', async () => {
    const text = await written({ ...file, count: 1n, sumFen: fen(5) }, [
      line({ amountFen: fen(5), payeeName: `甲\u0000乙<&>"${'长'.repeat(200)}` }),
    ]);
    expect(shapeFaults(text, 'pain.001.001.09')).toEqual([]);
    expect(text).toContain('甲 乙&lt;&amp;&gt;&quot;');
  });

  it('is the same bytes for the same facts, in pages of any size', async () => {
    expect(await written(file, two.slice(0, 1), two.slice(1))).toContain('CdtTrfTxInf');
    const flat = (text: string) => text.replaceAll('\n', '');
    expect(flat(await written(file, two.slice(0, 1), two.slice(1)))).toBe(flat(await written(file, two)));
  });

  it('C8 never ends when the lines do not come to the seal', async () => {
    await expect(written(file, two.slice(0, 1))).rejects.toThrow('control figures');
    await expect(written({ ...file, sumFen: fen(1) }, two)).rejects.toThrow('control figures');
  });

  it('the shape check itself sees a missing, a swapped and a foreign element', async () => {
    const text = await written(file, two);
    expect(shapeFaults(text.replace(/<PmtMtd>TRF<\/PmtMtd>/, ''), 'pain.001.001.09')[0]).toContain('PmtMtd');
    const swapped = text.replace(/(<MsgId>.*?<\/MsgId>)(<CreDtTm>.*?<\/CreDtTm>)/, '$2$1');
    expect(shapeFaults(swapped, 'pain.001.001.09')[0]).toContain('MsgId');
    expect(shapeFaults(text.replace('</PmtId>', '<UETR>x</UETR></PmtId>'), 'pain.001.001.09')[0]).toContain('UETR');
  });
});

describe('C11 the question to the bank is pacs.028.001.03', () => {
  it('has the published elements in the published order and names the instruction', () => {
    const text = writePacs028({
      messageId: 'Q510900-1',
      askedAt: new Date('2020-07-16T01:00:00Z'),
      originalMessageId: file.messageId,
      instructionId: '0190c6a45c1e7b1a9f001234567890ab',
    });
    expect(shapeFaults(text, 'pacs.028.001.03')).toEqual([]);
    expect(text).toContain('<OrgnlInstrId>0190c6a45c1e7b1a9f001234567890ab</OrgnlInstrId>');
  });
});
