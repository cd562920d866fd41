import { fen, formatYuan } from '@huiji/kernel';

import type { EntryLine, MessageEvent, StatusLine } from '../journal';

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const yuan = (amount: string): string => formatYuan(fen(BigInt(amount)));
const document = (message: string, inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${message}">${inside}</Document>\n`;
const header = (event: MessageEvent): string =>
  `<GrpHdr><MsgId>${escape(event.messageId)}</MsgId><CreDtTm>${event.at}</CreDtTm></GrpHdr>`;
const reasonOf = (code: string, text: string | undefined): string =>
  `<Rsn><Cd>${escape(code)}</Cd></Rsn>${text === undefined ? '' : `<AddtlInf>${escape(text)}</AddtlInf>`}`;

const statusLine = (line: StatusLine): string =>
  `<TxInfAndSts><OrgnlInstrId>${escape(line.id)}</OrgnlInstrId><OrgnlEndToEndId>${escape(line.id)}</OrgnlEndToEndId>` +
  `<TxSts>${line.status}</TxSts>` +
  (line.reason === undefined ? '' : `<StsRsnInf>${reasonOf(line.reason, line.text)}</StsRsnInf>`) +
  '</TxInfAndSts>\n';

const statusReport = (event: MessageEvent & { readonly type: 'status' }): string => {
  const group =
    event.groupStatus === undefined
      ? ''
      : `<GrpSts>${event.groupStatus}</GrpSts><StsRsnInf>${reasonOf(event.reason ?? 'FF01', undefined)}</StsRsnInf>`;
  const lines =
    event.lines.length === 0
      ? ''
      : `<OrgnlPmtInfAndSts><OrgnlPmtInfId>${escape(event.original)}</OrgnlPmtInfId>\n${event.lines.map(statusLine).join('')}</OrgnlPmtInfAndSts>`;
  return document(
    'pain.002.001.10',
    `<CstmrPmtStsRpt>${header(event)}<OrgnlGrpInfAndSts><OrgnlMsgId>${escape(event.original)}</OrgnlMsgId>` +
      `<OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>${group}</OrgnlGrpInfAndSts>${lines}</CstmrPmtStsRpt>`,
  );
};

const balance = (code: string, amount: string, day: string): string => {
  const below = amount.startsWith('-');
  return (
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>` +
    `<Amt Ccy="CNY">${yuan(below ? amount.slice(1) : amount)}</Amt><CdtDbtInd>${below ? 'DBIT' : 'CRDT'}</CdtDbtInd>` +
    `<Dt><Dt>${day}</Dt></Dt></Bal>`
  );
};

const entry = (line: EntryLine, day: string): string =>
  `<Ntry><Amt Ccy="CNY">${yuan(line.fen)}</Amt><CdtDbtInd>${line.direction}</CdtDbtInd>` +
  (line.direction === 'CRDT' ? '<RvslInd>true</RvslInd>' : '') +
  `<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt>` +
  `<AcctSvcrRef>${escape(line.reference)}</AcctSvcrRef>` +
  `<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>${line.direction === 'CRDT' ? 'RRTN' : 'DMCT'}</SubFmlyCd></Fmly></Domn></BkTxCd>` +
  `<NtryDtls><TxDtls><Refs><InstrId>${escape(line.id)}</InstrId><EndToEndId>${escape(line.id)}</EndToEndId></Refs>` +
  `<Amt Ccy="CNY">${yuan(line.fen)}</Amt><CdtDbtInd>${line.direction}</CdtDbtInd>` +
  (line.reason === undefined ? '' : `<RtrInf>${reasonOf(line.reason, line.text)}</RtrInf>`) +
  '</TxDtls></NtryDtls></Ntry>\n';

const statement = (event: MessageEvent & { readonly type: 'statement' }): string =>
  document(
    'camt.053.001.08',
    `<BkToCstmrStmt>${header(event)}<Stmt><Id>${escape(event.messageId)}</Id><CreDtTm>${event.at}</CreDtTm>` +
      `<Acct><Id><Othr><Id>${escape(event.account)}</Id></Othr></Id><Ccy>CNY</Ccy></Acct>\n` +
      balance('OPBD', event.opening, event.day) +
      balance('CLBD', event.closing, event.day) +
      `\n${event.entries.map((line) => entry(line, event.day)).join('')}</Stmt></BkToCstmrStmt>`,
  );

/** The message as the customer gets it: pain.002.001.10 or camt.053.001.08, the same bytes every time. */
export const renderMessage = (event: MessageEvent): string =>
  event.type === 'status' ? statusReport(event) : statement(event);
