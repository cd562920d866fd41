import { readCamt053 } from './camt-053';

const balance = (code: string, amount: string): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2020-07-15</Dt></Dt></Bal>`;
const statement = (entries: string, opening = '5000.00', closing = '4000.00'): string =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
  <GrpHdr><MsgId>S1</MsgId><CreDtTm>2020-07-15T18:00:00</CreDtTm></GrpHdr>
  <Stmt><Id>S1</Id><Acct><Id><Othr><Id>5100012345678901</Id></Othr></Id></Acct>
  ${balance('OPBD', opening)}${balance('CLBD', closing)}${entries}</Stmt></BkToCstmrStmt></Document>`;
const entry = (
  over: Partial<Record<'amount' | 'direction' | 'status' | 'reference' | 'details' | 'mark', string>> = {},
): string =>
  `<Ntry><Amt Ccy="CNY">${over.amount ?? '1000.00'}</Amt><CdtDbtInd>${over.direction ?? 'DBIT'}</CdtDbtInd>${over.mark ?? ''}
  <Sts><Cd>${over.status ?? 'BOOK'}</Cd></Sts><BookgDt><Dt>2020-07-15</Dt></BookgDt>
  <AcctSvcrRef>${over.reference ?? 'E1'}</AcctSvcrRef>
  <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>DMCT</SubFmlyCd></Fmly></Domn></BkTxCd>
  <NtryDtls>${over.details ?? '<TxDtls><Refs><EndToEndId>i1</EndToEndId></Refs></TxDtls>'}</NtryDtls></Ntry>`;

describe('C12 reading camt.053.001.08', () => {
  it('takes a booked debit as the final word on its instruction', () => {
    expect(readCamt053(statement(entry()))).toEqual({
      ok: true,
      value: {
        kind: 'camt.053',
        messageId: 'S1',
        accountNumber: '5100012345678901',
        adds: true,
        news: [
          { kind: 'booked', instructionId: 'i1', amountFen: 100_000n, bookedOn: '2020-07-15', entryReference: 'E1' },
        ],
        odd: [],
        otherCredits: 0,
      },
    });
  });

  it('takes money that came back as a return, by its mark or by its return information', () => {
    const marked = entry({ direction: 'CRDT', mark: '<RvslInd>true</RvslInd>', reference: 'R1' });
    const told = entry({
      direction: 'CRDT',
      reference: 'R2',
      details: '<TxDtls><Refs><EndToEndId>i1</EndToEndId></Refs><RtrInf><Rsn><Cd>AC01</Cd></Rsn></RtrInf></TxDtls>',
    });
    expect(readCamt053(statement(entry() + marked + told))).toMatchObject({
      value: {
        news: [
          { kind: 'booked' },
          { kind: 'returned', entryReference: 'R1', amountFen: 100_000n },
          { kind: 'returned', entryReference: 'R2', reasonCode: 'AC01' },
        ],
      },
    });
  });

  it('does not take other money that came in for a return', () => {
    expect(readCamt053(statement(entry({ direction: 'CRDT' })))).toMatchObject({
      value: { news: [], otherCredits: 1 },
    });
  });

  it('reads only what is booked', () => {
    expect(readCamt053(statement(entry({ status: 'PDNG' }), '5000.00', '5000.00'))).toMatchObject({
      value: { news: [], adds: true },
    });
  });

  it('takes an entry of several instructions apart, each with its own amount', () => {
    const details = ['i1', 'i2']
      .map(
        (id, at) =>
          `<TxDtls><Refs><EndToEndId>${id}</EndToEndId></Refs><Amt Ccy="CNY">${at === 0 ? '400.00' : '600.00000'}</Amt></TxDtls>`,
      )
      .join('');
    expect(readCamt053(statement(entry({ details })))).toMatchObject({
      value: {
        news: [
          { instructionId: 'i1', amountFen: 40_000n, entryReference: 'E1/1' },
          { instructionId: 'i2', amountFen: 60_000n, entryReference: 'E1/2' },
        ],
      },
    });
  });

  it('PD-24 checks that the balances are the entries, to the fen', () => {
    expect(readCamt053(statement(entry(), '5000.00', '4000.01'))).toMatchObject({ value: { adds: false } });
    expect(readCamt053(statement('', '5000.00', '5000.00'))).toMatchObject({ value: { adds: true } });
  });

  it.each([
    ['an amount that is none', entry({ amount: '1,000.00' }), 'no amount in CNY'],
    ['three decimals', entry({ amount: '1000.005' }), 'no amount in CNY'],
    ['another currency', entry().replace('"CNY"', '"EUR"'), 'no amount in CNY'],
    ['a debit without instruction', entry({ details: '<TxDtls></TxDtls>' }), 'a debit that names no instruction'],
    ['no booking date', entry().replace(/<BookgDt>.*?<\/BookgDt>/, ''), 'no booking date'],
  ])('keeps %s apart for a person and reads the rest', (_what, odd, why) => {
    const read = readCamt053(statement(odd + entry({ reference: 'E2' })));
    expect(read).toMatchObject({ ok: true, value: { odd: [{ why }], news: [{ entryReference: 'E2' }] } });
  });

  it('refuses a document type', () => {
    expect(readCamt053(`<!DOCTYPE a>${statement('')}`)).toMatchObject({ ok: false });
  });
});
