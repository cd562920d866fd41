import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { areaCode, fen, plainDate } from '@huiji/kernel';

import { readCamt053 } from '../../../libs/settlement/src/bank/camt-053';
import { writePacs028 } from '../../../libs/settlement/src/bank/pacs-028';
import { writePain001, type TransferLine } from '../../../libs/settlement/src/bank/pain-001';
import { readPain002 } from '../../../libs/settlement/src/bank/pain-002';
import { shapeFaults } from '../../../libs/settlement/src/bank/testing/message-shape';
import { Bank } from './bank';

const area = areaCode('510900');

const line = (id: string, over: Partial<TransferLine> = {}): TransferLine => ({
  instructionId: id,
  amountFen: fen(100_000),
  payeeName: '某药业',
  accountNumber: `acct-${id}`,
  cnaps: '103100000026',
  remittance: '药款',
  ...over,
});

describe('the bank in the sandbox', () => {
  let root = '';
  let bank: Bank;
  const said: string[] = [];
  const open = () =>
    new Bank(
      root,
      () => new Date('2020-07-15T09:00:00Z'),
      (words) => said.push(words),
    );
  const to = (name: string) => join(root, area, 'to-bank', name);
  const from = () => readdirSync(join(root, area, 'from-bank')).sort();
  const message = (name: string) => readFileSync(join(root, area, 'from-bank', name), 'utf8');
  const behave = (behaviour: object) => {
    writeFileSync(join(root, 'behaviour.json'), JSON.stringify(behaviour));
  };
  const report = () => JSON.parse(readFileSync(join(root, 'bank', 'report.json'), 'utf8')) as Record<string, unknown>;

  const order = async (messageId: string, lines: readonly TransferLine[]): Promise<string> => {
    let text = '';
    const file = {
      messageId,
      createdAt: new Date('2020-07-15T08:30:00.000Z'),
      executionDate: plainDate('2020-07-15'),
      count: BigInt(lines.length),
      sumFen: fen(lines.reduce((sum, one) => sum + one.amountFen, 0n)),
      debtor: { name: '医保基金', accountNumber: '5100012345678901', cnaps: '102662000018' },
    };
    async function* page() {
      await Promise.resolve();
      yield lines;
    }
    for await (const piece of writePain001(file, page())) text += piece;
    return text;
  };
  const send = async (messageId: string, lines: readonly TransferLine[], name = `${messageId}.xml`): Promise<void> => {
    writeFileSync(to(name), await order(messageId, lines));
    await bank.round();
  };
  const ask = async (messageId: string, original: string, instructionId: string): Promise<void> => {
    const askedAt = new Date('2020-07-16T01:00:00Z');
    writeFileSync(
      to(`${messageId}.xml`),
      writePacs028({ messageId, askedAt, originalMessageId: original, instructionId }),
    );
    await bank.round();
  };
  const statusesIn = (name: string): readonly string[] => {
    const read = readPain002(message(name));
    return read.ok ? read.value.statuses.map((news) => `${news.instructionId} ${news.status}`) : ['unreadable'];
  };
  const entriesIn = (name: string): readonly string[] => {
    const read = readCamt053(message(name));
    if (!read.ok) return ['unreadable'];
    expect(read.value.adds).toBe(true);
    return read.value.news.map((news) => `${news.kind} ${news.instructionId} ${news.amountFen}`);
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'huiji-bank-'));
    mkdirSync(join(root, area, 'to-bank'), { recursive: true });
    bank = open();
  });
  afterEach(() => {
    bank.close();
    rmSync(root, { recursive: true, force: true });
  });

  it('pays: a word on each instruction, then a statement of each booking', async () => {
    await send('B1', [line('i1'), line('i2', { amountFen: fen(99_999) })]);
    expect(from()).toEqual(['B1.1-status.xml', 'B1.2-statement.xml']);
    expect(statusesIn('B1.1-status.xml')).toEqual(['i1 ACSP', 'i2 ACSP']);
    expect(entriesIn('B1.2-statement.xml')).toEqual(['booked i1 100000', 'booked i2 99999']);
    expect(readdirSync(join(root, area, 'to-bank', 'taken'))).toEqual(['B1.xml']);
  });

  it('C9 answers in the published order of elements', async () => {
    behave({
      rules: [
        { instruction: 'i1', act: 'reject' },
        { instruction: 'i2', act: 'return-after-booking' },
      ],
    });
    await send('B1', [line('i1'), line('i2')]);
    expect(shapeFaults(message('B1.1-status.xml'), 'pain.002.001.10')).toEqual([]);
    expect(shapeFaults(message('B1.2-statement.xml'), 'camt.053.001.08')).toEqual([]);
    expect(shapeFaults(message('B1.3-statement.xml'), 'camt.053.001.08')).toEqual([]);
  });

  it('C10 executes an instruction once, however often it is sent, and reports what came twice', async () => {
    await send('B1', [line('i1')]);
    await send('B2', [line('i1'), line('i2')]);
    renameSync(join(root, area, 'to-bank', 'taken', 'B1.xml'), to('B1.xml'));
    await bank.round();
    expect(report()).toMatchObject({
      executed: 2,
      executedFen: '200000',
      duplicates: [
        { id: 'i1', messageId: 'B2' },
        { id: 'i1', messageId: 'B1' },
      ],
    });
  });

  it('C10 remembers across a kill between deciding and telling, and across a torn last line', async () => {
    behave({ default: { act: 'silent' } });
    await send('B1', [line('i1')]);
    bank.close();
    const journal = join(root, 'bank', 'journal.jsonl');
    const lines = readFileSync(journal, 'utf8').split('\n');
    writeFileSync(journal, `${lines[0] ?? ''}\n[{"type":"instr`);
    renameSync(join(root, area, 'to-bank', 'taken', 'B1.xml'), to('B1.xml'));
    bank = open();
    await bank.round();
    expect(report()).toMatchObject({ instructions: 1, executed: 1, duplicates: [] });
  });

  it('C10 puts out after a crash what it had decided, the same bytes', async () => {
    await send('B1', [line('i1')]);
    const said = message('B1.2-statement.xml');
    bank.close();
    const journal = join(root, 'bank', 'journal.jsonl');
    writeFileSync(journal, `${readFileSync(journal, 'utf8').split('\n')[0] ?? ''}\n`);
    rmSync(join(root, area, 'from-bank'), { recursive: true });
    bank = open();
    expect(message('B1.2-statement.xml')).toBe(said);
  });

  it('rejects with the reason it was told', async () => {
    behave({ rules: [{ account: 'acct-i1', act: 'reject', reason: 'AC01', text: '账号不存在' }] });
    await send('B1', [line('i1'), line('i2')]);
    expect(statusesIn('B1.1-status.xml')).toEqual(['i1 RJCT', 'i2 ACSP']);
    expect(message('B1.1-status.xml')).toContain('<Cd>AC01</Cd></Rsn><AddtlInf>账号不存在</AddtlInf>');
    expect(entriesIn('B1.2-statement.xml')).toEqual(['booked i2 100000']);
  });

  it('C11 stays silent although it paid, and tells the truth when it is asked', async () => {
    behave({ rules: [{ name: '某药业', act: 'silent' }] });
    await send('B1', [line('i1')]);
    expect(readdirSync(join(root, area))).toEqual(['to-bank']);
    await ask('Q1', 'B1', 'i1');
    expect(statusesIn('Q1.9-answer.xml')).toEqual(['i1 ACSC']);
    expect(entriesIn('Q1.9-statement.xml')).toEqual(['booked i1 100000']);
    await ask('Q2', 'B1', 'i1');
    expect(from()).toEqual(['Q1.9-answer.xml', 'Q1.9-statement.xml', 'Q2.9-answer.xml']);
  });

  it('C11 accepts and then falls silent', async () => {
    behave({ default: { act: 'accept-then-silent' } });
    await send('B1', [line('i1')]);
    expect(from()).toEqual(['B1.1-status.xml']);
    await ask('Q1', 'B1', 'i1');
    expect(statusesIn('Q1.9-answer.xml')).toEqual(['i1 ACSC']);
  });

  it('C11 denies an instruction it never got, and then refuses it for ever', async () => {
    await ask('Q1', 'B1', 'i1');
    expect(statusesIn('Q1.9-answer.xml')).toEqual(['i1 RJCT']);
    await send('B1', [line('i1')]);
    expect(statusesIn('B1.1-status.xml')).toEqual(['i1 RJCT']);
    expect(report()).toMatchObject({ executed: 0 });
  });

  it('C12 says everything twice, in messages of different ids, and moves the money once', async () => {
    behave({ default: { act: 'answer-twice' } });
    await send('B1', [line('i1')]);
    expect(from()).toEqual([
      'B1.1-status-again.xml',
      'B1.1-status.xml',
      'B1.2-statement-again.xml',
      'B1.2-statement.xml',
    ]);
    expect(entriesIn('B1.2-statement-again.xml')).toEqual(entriesIn('B1.2-statement.xml'));
    expect(readCamt053(message('B1.2-statement-again.xml'))).not.toEqual(readCamt053(message('B1.2-statement.xml')));
    expect(report()).toMatchObject({ executed: 1 });
  });

  it('C12 gives money back after it was booked', async () => {
    behave({ default: { act: 'return-after-booking', reason: 'AC04' } });
    await send('B1', [line('i1')]);
    expect(entriesIn('B1.2-statement.xml')).toEqual(['booked i1 100000']);
    expect(entriesIn('B1.3-statement.xml')).toEqual(['returned i1 100000']);
  });

  it('PD-07 can book 999.99 for 1,000.00', async () => {
    behave({ default: { act: 'book-other-amount', differenceFen: -1 } });
    await send('B1', [line('i1')]);
    expect(entriesIn('B1.2-statement.xml')).toEqual(['booked i1 99999']);
  });

  it('keeps statements until the end of the day when it is told to', async () => {
    behave({ statements: 'on-request' });
    await send('B1', [line('i1')]);
    await send('B2', [line('i2')]);
    expect(from()).toEqual(['B1.1-status.xml', 'B2.1-status.xml']);
    writeFileSync(to('end-of-day.request'), '');
    await bank.round();
    expect(entriesIn('end-of-day-1-0.a.xml')).toEqual(['booked i1 100000', 'booked i2 100000']);
  });

  it.each([
    ['a wrong count', (xml: string) => xml.replace('<NbOfTxs>1<', '<NbOfTxs>2<')],
    ['a wrong sum', (xml: string) => xml.replace('<CtrlSum>1000.00<', '<CtrlSum>1000.01<')],
    ['another currency', (xml: string) => xml.replace('InstdAmt Ccy="CNY"', 'InstdAmt Ccy="EUR"')],
    ['a bank code that is none', (xml: string) => xml.replace('103100000026', '1031')],
  ])('refuses a file with %s as a whole', async (_what, spoil) => {
    writeFileSync(to('B1.xml'), spoil(await order('B1', [line('i1')])));
    await bank.round();
    expect(readPain002(message('B1.1-status.xml'))).toMatchObject({
      value: { groupStatus: 'RJCT', groupReason: 'FF01' },
    });
    expect(report()).toMatchObject({ instructions: 0 });
  });

  it('does not pay what the account does not hold', async () => {
    behave({ openingBalance: '1500.00' });
    await send('B1', [line('i1'), line('i2')]);
    expect(statusesIn('B1.1-status.xml')).toEqual(['i1 ACSP', 'i2 RJCT']);
  });

  it('a half-written behaviour leaves the last good one in force, and is said once', async () => {
    behave({ rules: [{ instruction: 'w1', act: 'silent' }] });
    await send('W0', [line('w0')]);
    said.splice(0);
    writeFileSync(join(root, 'behaviour.json'), '{ "rules": [');
    await send('W1', [line('w1'), line('w2')]);
    await bank.round();
    expect(statusesIn('W1.1-status.xml')).toEqual(['w2 ACSP']);
    expect(said).toHaveLength(1);
    behave({});
    await send('W3', [line('w3')]);
    expect(statusesIn('W3.1-status.xml')).toEqual(['w3 ACSP']);
  });
});
