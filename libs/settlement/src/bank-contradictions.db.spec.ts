import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileBankChannel } from './bank/file-bank-channel';
import { SettlementWorld } from './testing/settlement-world';

describe('what a bank says that contradicts itself, repeats itself or cannot be kept', () => {
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

  const states = () => world.paymentStates();
  const fromBank = (...name: string[]) => join(world.root, world.area, 'from-bank', ...name);
  const codes = async () => (await world.exceptions()).map(({ exception_code }) => exception_code);
  const put = (name: string, text: string): void => {
    mkdirSync(fromBank(), { recursive: true });
    writeFileSync(fromBank(`.${name}`), text);
    renameSync(fromBank(`.${name}`), fromBank(name));
  };
  /** The file of ours that statuses speak of, unless another is named. */
  let original = '';
  const statusOf = (id: string, status: string, message = 'R-1', about = original): string =>
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
     <GrpHdr><MsgId>${message}</MsgId><CreDtTm>2020-07-15T09:00:00</CreDtTm></GrpHdr>
     <OrgnlGrpInfAndSts><OrgnlMsgId>${about}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInfAndSts>
     <OrgnlPmtInfAndSts><OrgnlPmtInfId>B</OrgnlPmtInfId><TxInfAndSts><OrgnlInstrId>${id}</OrgnlInstrId>
     <TxSts>${status}</TxSts></TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`;

  const statementOf = (message: string, entries: readonly { id: string; ref: string; yuan: string; day?: string }[]) =>
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
     <GrpHdr><MsgId>${message}</MsgId><CreDtTm>2020-07-15T18:00:00</CreDtTm></GrpHdr><Stmt><Id>1</Id>
     <Acct><Id><Othr><Id>5100012345678901</Id></Othr></Id></Acct>${entries
       .map(
         ({ id, ref, yuan, day }) => `<Ntry><Amt Ccy="CNY">${yuan}</Amt><CdtDbtInd>DBIT</CdtDbtInd>
     <Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${day ?? '2020-07-15'}</Dt></BookgDt><AcctSvcrRef>${ref}</AcctSvcrRef>
     <NtryDtls><TxDtls><Refs><EndToEndId>${id}</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>`,
       )
       .join('')}</Stmt></BkToCstmrStmt></Document>`;
  const silent = async (invoices = 1) => {
    world.behave({ default: { act: 'silent', executes: false } });
    await world.releasedBatch(invoices);
    await world.settleDown();
    const [batch] = await world.db.ownerQuery<{ message_id: string }>(
      'SELECT message_id FROM settlement.batch WHERE area = $1',
      [world.area],
    );
    original = batch?.message_id ?? '';
    return (await world.payments()).map(({ instruction_id }) => instruction_id ?? '');
  };

  it('PD-24 paid by a word, then booked twice in one statement: the second booking is an exception', async () => {
    const [id = ''] = await silent();
    put('1.xml', statusOf(id, 'ACSC'));
    await world.settleDown();
    put(
      '2.xml',
      statementOf('S-1', [
        { id, ref: 'E1', yuan: '660.00' },
        { id, ref: 'E2', yuan: '660.00' },
      ]),
    );
    await world.settleDown();
    expect(await codes()).toEqual(['BOOKED_TWICE']);
  });

  it('PD-24 two bookings under one reference are two: neither is lost, another amount is an exception', async () => {
    const [one = '', two = ''] = await silent(2);
    put(
      '1.xml',
      statementOf('S-1', [
        { id: one, ref: 'E1', yuan: '660.00' },
        { id: two, ref: 'E1', yuan: '660.00' },
      ]),
    );
    await world.settleDown();
    expect(await states()).toEqual(['paid', 'paid']);
    put('2.xml', statementOf('S-2', [{ id: one, ref: 'E1', yuan: '6600.00' }]));
    await world.settleDown();
    expect(await codes()).toEqual(['AMOUNT_DIFFERS']);
  });

  it('C12 two words about one instruction in one message contradict: the money stays, a person is asked', async () => {
    const [id = ''] = await silent();
    const both = statusOf(id, 'ACSC').replace(
      '</TxInfAndSts>',
      `</TxInfAndSts><TxInfAndSts><OrgnlInstrId>${id}</OrgnlInstrId><TxSts>RJCT</TxSts></TxInfAndSts>`,
    );
    put('1.xml', both);
    await world.settleDown();
    expect(await states()).toEqual(['paid']);
    expect(await codes()).toEqual(['REJECTED_AFTER_PAID']);
  });

  it('PD-14 a repetition that the bank refuses is no refusal of the first: nothing opens again', async () => {
    const [id = ''] = await silent();
    const reason = '<TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AM05</Cd></Rsn></StsRsnInf>';
    put('1.xml', statusOf(id, 'X').replace('<TxSts>X</TxSts>', reason));
    await world.settleDown();
    expect(await states()).toEqual(['sent']);
  });

  it.each([
    ['a character cut in half by the length of a field', (id: string) => told(id, `${'退'.repeat(139)}😀`)],
    ['a reference to half a character', (id: string) => told(id, '&#xD800;&#0;&#x1F600;')],
    [
      'a reference of 1,000 characters',
      (id: string) => statementOf('S', [{ id, ref: 'E'.repeat(1000), yuan: '660.00' }]),
    ],
    ['ids of 5,000 characters', (id: string) => statusOf(id, 'RJCT', 'R'.repeat(5000))],
  ])('C12 %s does not keep a file for ever', async (_, text) => {
    const [id = ''] = await silent();
    put('odd.xml', text(id));
    await world.settleDown();
    expect(readdirSync(fromBank()).filter((name) => name.endsWith('.xml'))).toEqual([]);
    expect(await states()).not.toEqual(['sent']);
  });

  it.each([
    ['before the release', '1999-12-31', 'BOOKED_BEFORE_SENT'],
    ['after today', '2020-07-16', 'BOOKED_IN_FUTURE'],
  ])('C12 a booking %s is an exception and moves nothing', async (_, day, code) => {
    const [id = ''] = await silent();
    put('odd.xml', statementOf('S', [{ id, ref: 'E', yuan: '660.00', day }]));
    await world.settleDown();
    expect(readdirSync(fromBank()).filter((name) => name.endsWith('.xml'))).toEqual([]);
    expect(await codes()).toEqual([code]);
    expect(await states()).toEqual(['sent']);
  });

  it('C12 a status that answers another file of ours reaches no payment of this one', async () => {
    const [id = ''] = await silent();
    put('odd.xml', statusOf(id, 'ACSC', 'R-9', 'ANOTHER-FILE'));
    await world.settleDown();
    expect(await codes()).toEqual(['ANOTHER_MESSAGE']);
    expect(await states()).toEqual(['sent']);
  });

  it('C12 money that comes back is not booked before it went out, whichever day the statement names', async () => {
    const [id = ''] = await silent();
    await world.db.ownerQuery(`UPDATE platform.area SET business_date = '2020-07-17' WHERE area = $1`, [world.area]);
    put('1.xml', statusOf(id, 'ACSC'));
    await world.settleDown();
    const back = statementOf('S', [{ id, ref: 'E', yuan: '660.00', day: '2020-07-16' }]).replace(
      '<CdtDbtInd>DBIT</CdtDbtInd>',
      '<CdtDbtInd>CRDT</CdtDbtInd><RvslInd>true</RvslInd>',
    );
    put('2.xml', back);
    await world.settleDown();
    expect(await states()).toEqual(['returned']);
    const days = await world.db.ownerQuery(
      `SELECT v.code, v.booked_on FROM ledger.transfer_v1 v JOIN settlement.payment y ON y.id = v.reference_id
       WHERE y.instruction_id = $1 ORDER BY v.code`,
      [id],
    );
    expect(days).toEqual([
      { code: 'PAYMENT', booked_on: '2020-07-17' },
      { code: 'PAYMENT_RETURN', booked_on: '2020-07-17' },
    ]);
  });

  it('C12 one file that cannot even be read keeps no other waiting', async () => {
    const [id = ''] = await silent();
    put('1.xml', 'x');
    put('2.xml', statusOf(id, 'ACSC'));
    const read = jest.spyOn(FileBankChannel.prototype, 'read').mockRejectedValueOnce(new Error('no right to read'));
    await expect(world.news.read(world.area)).rejects.toThrow('could not be applied');
    read.mockRestore();
    expect(await states()).toEqual(['paid']);
  });

  it('C12 two files that are too large are two exceptions', async () => {
    const large = (name: string, sha256: string) => ({ name, text: '', tooLarge: { sha256: sha256.repeat(64) } });
    put('1.xml', 'x');
    put('2.xml', 'x');
    const read = jest
      .spyOn(FileBankChannel.prototype, 'read')
      .mockResolvedValueOnce(large('1.xml', 'a'))
      .mockResolvedValueOnce(large('2.xml', 'b'));
    await world.news.read(world.area);
    read.mockRestore();
    expect(await world.exceptions()).toEqual([
      { exception_code: 'UNREADABLE', reason_text: 'too large' },
      { exception_code: 'UNREADABLE', reason_text: 'too large' },
    ]);
  });

  it('C12 a NUL in a file makes it unreadable, not stuck', async () => {
    put('nul.xml', statusOf('a\0b', 'ACSC', 'R\0'));
    await world.settleDown();
    expect(await codes()).toEqual(['UNREADABLE']);
  });

  const told = (id: string, why: string): string =>
    statusOf(id, 'X').replace(
      '<TxSts>X</TxSts>',
      `<TxSts>RJCT</TxSts><StsRsnInf><AddtlInf>${why}</AddtlInf></StsRsnInf>`,
    );
});
