import { readPain002 } from './pain-002';

const report = (group: string, payments: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
  <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
  <GrpHdr><MsgId>R1</MsgId><CreDtTm>2020-07-15T09:00:00</CreDtTm></GrpHdr>
  <OrgnlGrpInfAndSts><OrgnlMsgId>B1</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>${group}</OrgnlGrpInfAndSts>
  ${payments}</CstmrPmtStsRpt></Document>`;
const payment = (inside: string): string =>
  `<OrgnlPmtInfAndSts><OrgnlPmtInfId>B1</OrgnlPmtInfId>${inside}</OrgnlPmtInfAndSts>`;
const line = (id: string, status: string, reason = ''): string =>
  `<TxInfAndSts><OrgnlInstrId>${id}</OrgnlInstrId><OrgnlEndToEndId>${id}</OrgnlEndToEndId><TxSts>${status}</TxSts>${reason}</TxInfAndSts>`;

describe('C12 reading pain.002.001.10', () => {
  it('takes the word on each instruction, with its reason', () => {
    const reason = '<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>账户已销户 &amp; 停用</AddtlInf></StsRsnInf>';
    expect(readPain002(report('', payment(line('i1', 'ACSP') + line('i2', 'RJCT', reason))))).toEqual({
      ok: true,
      value: {
        kind: 'pain.002',
        messageId: 'R1',
        originalMessageId: 'B1',
        statuses: [
          { kind: 'status', instructionId: 'i1', status: 'ACSP' },
          { kind: 'status', instructionId: 'i2', status: 'RJCT', reasonCode: 'AC04', reasonText: '账户已销户 & 停用' },
        ],
      },
    });
  });

  it('takes one word for the whole file', () => {
    const group = '<GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Prtry>FF01</Prtry></Rsn></StsRsnInf>';
    expect(readPain002(report(group, ''))).toMatchObject({
      value: { groupStatus: 'RJCT', groupReason: 'FF01', statuses: [] },
    });
    expect(readPain002(report('', payment('<PmtInfSts>ACTC</PmtInfSts>')))).toMatchObject({
      value: { groupStatus: 'ACTC' },
    });
  });

  it.each([
    [
      'a document type',
      report('', '').replace('<Document', '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><Document'),
    ],
    ['another message', report('', '').replace('pain.002.001.10', 'pain.002.001.03')],
    ['broken XML', report('', '').slice(0, -12)],
    ['no message id', report('', '').replace('<MsgId>R1</MsgId>', '')],
    ['nothing', ''],
    ['no XML', 'ACSC for all of them'],
  ])('refuses %s', (_what, text) => {
    expect(readPain002(text)).toMatchObject({ ok: false, refusal: { code: 'UNREADABLE_MESSAGE' } });
  });

  it('reads names with a prefix the same', () => {
    const text = report('', payment(line('i1', 'ACSC')))
      .replaceAll(/<(\/?)(?=[A-Z])/g, '<$1p:')
      .replace('xmlns=', 'xmlns:p=');
    expect(readPain002(text)).toMatchObject({ ok: true, value: { statuses: [{ instructionId: 'i1' }] } });
  });
});
