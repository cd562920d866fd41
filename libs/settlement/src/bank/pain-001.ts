import { formatYuan, type Fen, type PlainDate } from '@huiji/kernel';

import { escapeXml } from './xml';

/** Clearing system code of ExternalClearingSystemIdentification1Code for Chinese bank branch codes (联行号). */
const CLEARING_SYSTEM = 'CNAPS';

/** Whose money moves, and the figures that the lines must come to. */
export interface TransferFile {
  /** At most 35 characters. */
  readonly messageId: string;
  readonly createdAt: Date;
  readonly executionDate: PlainDate;
  readonly count: bigint;
  readonly sumFen: Fen;
  readonly debtor: { readonly name: string; readonly accountNumber: string; readonly cnaps: string };
}

/** One instruction of the file. */
export interface TransferLine {
  /** At most 35 characters: the payment's id without hyphens. */
  readonly instructionId: string;
  readonly amountFen: Fen;
  readonly payeeName: string;
  readonly accountNumber: string;
  /** 12 digits. */
  readonly cnaps: string;
  /** Unstructured remittance text, at most 140 characters. */
  readonly remittance: string;
}

const cut = (text: string, most: number): string => escapeXml([...text].slice(0, most).join(''));

const agent = (cnaps: string): string =>
  `<FinInstnId><ClrSysMmbId><ClrSysId><Cd>${CLEARING_SYSTEM}</Cd></ClrSysId>` +
  `<MmbId>${escapeXml(cnaps)}</MmbId></ClrSysMmbId></FinInstnId>`;

const account = (number: string): string => `<Id><Othr><Id>${escapeXml(number)}</Id></Othr></Id>`;

const head = (file: TransferFile): string =>
  '<?xml version="1.0" encoding="UTF-8"?>\n' +
  '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn>' +
  `<GrpHdr><MsgId>${escapeXml(file.messageId)}</MsgId><CreDtTm>${file.createdAt.toISOString()}</CreDtTm>` +
  `<NbOfTxs>${file.count}</NbOfTxs><CtrlSum>${formatYuan(file.sumFen)}</CtrlSum>` +
  `<InitgPty><Nm>${cut(file.debtor.name, 140)}</Nm></InitgPty></GrpHdr>` +
  `<PmtInf><PmtInfId>${escapeXml(file.messageId)}</PmtInfId><PmtMtd>TRF</PmtMtd><BtchBookg>false</BtchBookg>` +
  `<NbOfTxs>${file.count}</NbOfTxs><CtrlSum>${formatYuan(file.sumFen)}</CtrlSum>` +
  `<ReqdExctnDt><Dt>${file.executionDate}</Dt></ReqdExctnDt>` +
  `<Dbtr><Nm>${cut(file.debtor.name, 140)}</Nm></Dbtr>` +
  `<DbtrAcct>${account(file.debtor.accountNumber)}<Ccy>CNY</Ccy></DbtrAcct>` +
  `<DbtrAgt>${agent(file.debtor.cnaps)}</DbtrAgt>\n`;

const oneLine = (line: TransferLine): string =>
  `<CdtTrfTxInf><PmtId><InstrId>${escapeXml(line.instructionId)}</InstrId>` +
  `<EndToEndId>${escapeXml(line.instructionId)}</EndToEndId></PmtId>` +
  `<Amt><InstdAmt Ccy="CNY">${formatYuan(line.amountFen)}</InstdAmt></Amt>` +
  `<CdtrAgt>${agent(line.cnaps)}</CdtrAgt><Cdtr><Nm>${cut(line.payeeName, 140)}</Nm></Cdtr>` +
  `<CdtrAcct>${account(line.accountNumber)}</CdtrAcct>` +
  `<RmtInf><Ustrd>${cut(line.remittance, 140)}</Ustrd></RmtInf></CdtTrfTxInf>\n`;

const tail = '</PmtInf></CstmrCdtTrfInitn></Document>\n';

/**
 * Writes pain.001.001.09 (客户转账指令), piece by piece, so that a batch of any size passes through little memory.
 * The same facts give the same bytes. CNY with two decimals; NbOfTxs and CtrlSum are the sealed figures of the batch.
 * Stops when the lines do not come to them: a file that disagrees with its seal never leaves.
 */
export async function* writePain001(
  file: TransferFile,
  lines: AsyncIterable<readonly TransferLine[]>,
): AsyncGenerator<string> {
  let count = 0n;
  let sum = 0n;
  yield head(file);
  for await (const some of lines) {
    for (const line of some) {
      count += 1n;
      sum += line.amountFen;
    }
    yield some.map(oneLine).join('');
  }
  if (count !== file.count || sum !== file.sumFen)
    throw new Error(`the lines of ${file.messageId} do not come to its control figures`);
  yield tail;
}
