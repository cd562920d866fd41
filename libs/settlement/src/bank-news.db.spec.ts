import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BankNewsService } from './bank-news.service';
import { BatchSendingService } from './batch-sending.service';
import { PaymentOutcomeService } from './payment-outcome.service';
import { SettlementWorld } from './testing/settlement-world';

describe('what the bank says, and what it does to money', () => {
  let world: SettlementWorld;
  beforeAll(async () => {
    world = await SettlementWorld.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.newArea();
  });
  afterEach(async () => {
    expect(await world.broken()).toEqual([]);
  });

  const released = (invoices = 1) => world.releasedBatch(invoices);
  const states = () => world.paymentStates();
  const fromBank = (...name: string[]) => join(world.root, world.area, 'from-bank', ...name);
  const codes = async () => (await world.exceptions()).map(({ exception_code }) => exception_code);

  it('PD-22 paid is what the ledger holds after the final word of the bank, entry by entry', async () => {
    const id = await released(2);
    await world.settleDown();
    expect(await states()).toEqual(['paid', 'paid']);
    expect(await world.stateOf('batch', id)).toBe('settled');
    expect(await world.cash()).toEqual({ booked: 1_000_000_000n - 132_000n, held: 0n });
    expect(world.bankReport()).toMatchObject({ executed: 2, executedFen: '132000', duplicates: [] });
  });

  it('C12 told everything twice, the bank is believed once', async () => {
    world.behave({ default: { act: 'answer-twice' } });
    await released();
    await world.settleDown();
    expect(await states()).toEqual(['paid']);
    expect(await world.cash()).toMatchObject({ booked: 1_000_000_000n - 66_000n });
    expect(await codes()).toEqual([]);
  });

  it('C12 the same statement a second time does nothing; another one under its id is an exception', async () => {
    await released();
    await world.settleDown();
    const [statement = ''] = readdirSync(fromBank('taken')).filter((name) => name.includes('statement'));
    copyFileSync(fromBank('taken', statement), fromBank('again.xml'));
    await world.settleDown();
    expect(await codes()).toEqual([]);
    writeFileSync(fromBank('forged.xml'), readFileSync(fromBank('taken', statement), 'utf8').replace('CLBD', 'CLAV'));
    await world.settleDown();
    expect(await codes()).toEqual(['MESSAGE_ID_REUSED']);
    expect(await world.cash()).toMatchObject({ booked: 1_000_000_000n - 66_000n });
  });

  it('C13 a rejected payment voids its transfer and opens the payable; the next one names it and pays once', async () => {
    world.behave({ default: { act: 'reject', reason: 'AC04' } });
    const first = await released();
    await world.settleDown();
    expect(await states()).toEqual(['rejected']);
    expect(await world.stateOf('batch', first)).toBe('settled');
    expect(await world.cash()).toEqual({ booked: 1_000_000_000n, held: 0n });
    world.behave({});
    await released(0);
    await world.settleDown();
    const [old, fresh] = await world.payments();
    expect([old?.state, fresh?.state, fresh?.attempt]).toEqual(['rejected', 'paid', 2]);
    expect(old?.instruction_id).not.toBe(fresh?.instruction_id);
    expect(world.bankReport()).toMatchObject({ executed: 1, duplicates: [] });
  });

  it('PD-29 money that came back adds a transfer and opens the payable again: what happened stays', async () => {
    world.behave({ default: { act: 'return-after-booking', reason: 'AC01' } });
    await released();
    await world.settleDown();
    const [payment] = await world.payments();
    expect(payment?.state).toBe('returned');
    expect(await world.stateOf('payable', payment?.payable_id ?? '')).toBe('open');
    expect(await world.cash()).toEqual({ booked: 1_000_000_000n, held: 0n });
    const transfers = await world.db.ownerQuery(
      `SELECT code, status, amount_fen FROM ledger.transfer_v1 WHERE reference_id = $1 ORDER BY code`,
      [payment?.id],
    );
    expect(transfers).toEqual([
      { code: 'PAYMENT', status: 'posted', amount_fen: 66_000n },
      { code: 'PAYMENT_RETURN', status: 'posted', amount_fen: 66_000n },
    ]);
    world.behave({});
    await released(0);
    await world.settleDown();
    expect(await states()).toEqual(['returned', 'paid']);
  });

  it('PD-07 999.99 booked against 1,000.00 is an exception: nothing is reconciled', async () => {
    world.behave({ default: { act: 'book-other-amount', differenceFen: -1 } });
    await released();
    await world.settleDown();
    expect(await states()).toEqual(['accepted']);
    expect(await codes()).toEqual(['AMOUNT_DIFFERS']);
    expect(await world.cash()).toEqual({ booked: 1_000_000_000n, held: 66_000n });
  });

  it('PD-12 killed after the intent, after the hand-over, or before the answer: the file goes out once', async () => {
    const id = await released();
    const sending = world.service(BatchSendingService);
    const stopped = jest
      .spyOn(sending as never, 'handOver' as never)
      .mockRejectedValueOnce(new Error('killed') as never);
    await expect(sending.send(world.area, id)).rejects.toThrow('killed');
    expect(await world.stateOf('batch', id)).toBe('sending');
    stopped.mockRestore();
    const late = jest
      .spyOn(sending as never, 'recordSent' as never)
      .mockRejectedValueOnce(new Error('killed') as never);
    await expect(sending.send(world.area, id)).rejects.toThrow('killed');
    late.mockRestore();
    expect(await states()).toEqual(['ready']);
    await world.bank.round();
    await world.news.read(world.area);
    expect(await states()).toEqual(['paid']);
    await sending.send(world.area, id);
    await world.settleDown();
    expect(await world.stateOf('batch', id)).toBe('settled');
    expect(world.bankReport()).toMatchObject({ executed: 1, duplicates: [] });
  });

  it('PD-12 no transaction is open while the bank is called', async () => {
    const id = await released();
    const channel = (world.service(BatchSendingService) as never as { channel: { deliver: () => Promise<string> } })
      .channel;
    const open: bigint[] = [];
    const deliver = channel.deliver.bind(channel);
    jest.spyOn(channel, 'deliver').mockImplementation(async (...words: []) => {
      const [row] = await world.db.ownerQuery<{ count: bigint }>(
        `SELECT count(*) AS count FROM pg_stat_activity
         WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
      );
      open.push(row?.count ?? -1n);
      return deliver(...words);
    });
    await world.service(BatchSendingService).send(world.area, id);
    expect(open).toEqual([0n]);
  });

  it('PD-13 two schedulers at once: one batch, one file, each payment sent once', async () => {
    const id = await released(3);
    const sending = world.service(BatchSendingService);
    await Promise.all([sending.send(world.area, id), sending.send(world.area, id), sending.send(world.area, id)]);
    expect(readdirSync(join(world.root, world.area, 'to-bank'))).toHaveLength(2);
    const sent = await world.db.ownerQuery<{ count: bigint }>(
      `SELECT count(*) AS count FROM platform.action WHERE area = $1 AND kind = 'PaymentSent' GROUP BY subject_id`,
      [world.area],
    );
    expect(sent).toEqual([{ count: 1n }, { count: 1n }, { count: 1n }]);
    await world.settleDown();
    expect(world.bankReport()).toMatchObject({ executed: 3, duplicates: [] });
  });

  it('PD-13 two readers at once believe each message once', async () => {
    await released(2);
    await world.service(BatchSendingService).send(world.area, (await lastBatch()) ?? '');
    await world.bank.round();
    const answers = await Promise.allSettled([world.news.read(world.area), world.news.read(world.area)]);
    expect(answers.some(({ status }) => status === 'fulfilled')).toBe(true);
    await world.settleDown();
    expect(await states()).toEqual(['paid', 'paid']);
    expect(await codes()).toEqual([]);
  });

  const lastBatch = async () =>
    (
      await world.db.ownerQuery<{ id: string }>(
        'SELECT id FROM settlement.batch WHERE area = $1 ORDER BY number DESC LIMIT 1',
        [world.area],
      )
    )[0]?.id;

  it('PD-08 a status outside the known ones decides nothing, and the database refuses a state that is none', async () => {
    world.behave({ default: { act: 'silent' } });
    await released();
    await world.settleDown();
    const [payment] = await world.payments();
    put('odd.xml', await ofOurFile(statusOf(payment?.instruction_id ?? '', 'WHAT')));
    await world.settleDown();
    expect(await states()).toEqual(['sent']);
    expect(await codes()).toEqual([]);
    await expect(world.db.ownerQuery(`UPDATE settlement.payment SET state = 'lost'`)).rejects.toThrow(
      'check constraint',
    );
  });

  const put = (name: string, text: string): void => {
    mkdirSync(fromBank(), { recursive: true });
    writeFileSync(fromBank(`.${name}`), text);
    renameSync(fromBank(`.${name}`), fromBank(name));
  };
  const statusOf = (id: string, status: string, message = 'R-1'): string =>
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
     <GrpHdr><MsgId>${message}</MsgId><CreDtTm>2020-07-15T09:00:00</CreDtTm></GrpHdr>
     <OrgnlGrpInfAndSts><OrgnlMsgId>B</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInfAndSts>
     <OrgnlPmtInfAndSts><OrgnlPmtInfId>B</OrgnlPmtInfId><TxInfAndSts><OrgnlInstrId>${id}</OrgnlInstrId>
     <TxSts>${status}</TxSts></TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`;

  /** The same status, told of the file that we sent. */
  const ofOurFile = async (text: string): Promise<string> => {
    const [row] = await world.db.ownerQuery<{ message_id: string }>(
      'SELECT message_id FROM settlement.batch WHERE area = $1',
      [world.area],
    );
    return text.replace('<OrgnlMsgId>B<', `<OrgnlMsgId>${row?.message_id ?? ''}<`);
  };

  it('C12 a word about an instruction nobody gave, and a file that is none, wait for a person', async () => {
    put('1.xml', statusOf('not-ours', 'ACSC'));
    put('2.xml', 'not a message');
    put('3.xml', '<!DOCTYPE a><Document/>');
    await world.settleDown();
    expect(await codes()).toEqual(['UNKNOWN_INSTRUCTION', 'UNREADABLE', 'UNREADABLE']);
    expect(await world.service(BankNewsService).read(world.area)).toBe(0);
  });

  it('PD-24 rejected after it was booked contradicts: the money stays where it is, a person is asked', async () => {
    await released();
    await world.settleDown();
    const [payment] = await world.payments();
    put('late.xml', await ofOurFile(statusOf(payment?.instruction_id ?? '', 'RJCT')));
    await world.settleDown();
    expect(await states()).toEqual(['paid']);
    expect(await codes()).toEqual(['REJECTED_AFTER_PAID']);
  });

  it('one word for the whole file is a word for each of its instructions', async () => {
    world.behave({ default: { act: 'silent', executes: false } });
    await released(2);
    await world.settleDown();
    const whole = (await ofOurFile(statusOf('x', 'ACTC', 'R-2')))
      .replace('</OrgnlMsgNmId>', '</OrgnlMsgNmId><GrpSts>RJCT</GrpSts>')
      .replace(/<OrgnlPmtInfAndSts>[\s\S]*<\/OrgnlPmtInfAndSts>/, '');
    put('whole.xml', whole);
    await world.settleDown();
    expect(await states()).toEqual(['rejected', 'rejected']);
  });

  it('PD-28 a file that cannot be applied is thrown and stays, and keeps no other waiting', async () => {
    await released();
    const sending = world.service(BatchSendingService);
    await sending.send(world.area, (await lastBatch()) ?? '');
    await world.bank.round();
    const outcomes = world.service(PaymentOutcomeService);
    const broken = jest.spyOn(outcomes, 'apply').mockRejectedValueOnce(new Error('disk full'));
    await expect(world.news.read(world.area)).rejects.toThrow('1 files of the bank could not be applied');
    broken.mockRestore();
    expect(readdirSync(fromBank()).filter((name) => name.endsWith('.xml'))).toHaveLength(1);
    await world.settleDown();
    expect(await states()).toEqual(['paid']);
  });
});
