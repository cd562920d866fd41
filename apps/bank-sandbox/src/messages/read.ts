import { parseYuan, fen, type Fen } from '@huiji/kernel';
import { XMLParser, XMLValidator } from 'fast-xml-parser';

export interface Transfer {
  readonly id: string;
  readonly amountFen: Fen;
  readonly name: string;
  readonly account: string;
}

export interface TransferOrder {
  readonly kind: 'order';
  readonly messageId: string;
  readonly day: string;
  readonly debtorAccount: string;
  readonly transfers: readonly Transfer[];
}

export interface Question {
  readonly kind: 'question';
  readonly messageId: string;
  readonly original: string;
  readonly ids: readonly string[];
}

export interface Unreadable {
  readonly kind: 'unreadable';
  readonly messageId: string | undefined;
  readonly why: string;
}

interface Node {
  readonly [name: string]: string | readonly Node[];
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  alwaysCreateTextNode: true,
  processEntities: true,
  isArray: (_name, _path, _leaf, isAttribute) => !isAttribute,
});

const all = (node: Node | undefined, name: string): readonly Node[] => {
  const found = node?.[name];
  return Array.isArray(found) ? (found as readonly Node[]) : [];
};
const at = (node: Node | undefined, ...path: readonly string[]): Node | undefined =>
  path.reduce<Node | undefined>((here, name) => all(here, name)[0], node);
const text = (node: Node | undefined, ...path: readonly string[]): string => {
  const found = at(node, ...path)?.['#text'];
  return typeof found === 'string' ? found : '';
};
const yuan = (written: string): Fen => {
  const read = parseYuan(written);
  return read.ok ? read.value : fen(-1);
};

const readTransfer = (node: Node): Transfer => ({
  id: text(node, 'PmtId', 'InstrId'),
  amountFen: at(node, 'Amt', 'InstdAmt')?.['@Ccy'] === 'CNY' ? yuan(text(node, 'Amt', 'InstdAmt')) : fen(-1),
  name: text(node, 'Cdtr', 'Nm'),
  account: text(node, 'CdtrAcct', 'Id', 'Othr', 'Id'),
});

/** A bank believes nothing: every figure of the file is counted again. */
const faultOf = (node: Node, payment: Node | undefined, transfers: readonly Transfer[]): string | undefined => {
  const sum = transfers.reduce((total, one) => total + one.amountFen, 0n);
  if (transfers.some((one) => one.id === '' || one.id.length > 35)) return 'an instruction without an id';
  if (transfers.some((one) => one.amountFen <= 0n)) return 'an amount that is none in CNY';
  if (new Set(transfers.map((one) => one.id)).size !== transfers.length) return 'one instruction id twice';
  if (text(node, 'GrpHdr', 'NbOfTxs') !== transfers.length.toString()) return 'NbOfTxs is not the number of transfers';
  if (yuan(text(node, 'GrpHdr', 'CtrlSum')) !== sum) return 'CtrlSum is not the sum of the transfers';
  if (!/^\d{4}-\d\d-\d\d$/.test(text(payment, 'ReqdExctnDt', 'Dt'))) return 'no execution date';
  const member = all(payment, 'CdtTrfTxInf').map((one) => text(one, 'CdtrAgt', 'FinInstnId', 'ClrSysMmbId', 'MmbId'));
  return member.every((code) => /^\d{12}$/.test(code)) ? undefined : 'a CNAPS code that is none';
};

const readOrder = (node: Node): TransferOrder | Unreadable => {
  const messageId = text(node, 'GrpHdr', 'MsgId');
  const payments = all(node, 'PmtInf');
  const [payment] = payments;
  const transfers = all(payment, 'CdtTrfTxInf').map(readTransfer);
  const fault = payments.length === 1 ? faultOf(node, payment, transfers) : 'not exactly one payment group';
  if (messageId === '' || fault !== undefined)
    return { kind: 'unreadable', messageId: messageId === '' ? undefined : messageId, why: fault ?? 'no message id' };
  return {
    kind: 'order',
    messageId,
    day: text(payment, 'ReqdExctnDt', 'Dt'),
    debtorAccount: text(payment, 'DbtrAcct', 'Id', 'Othr', 'Id'),
    transfers,
  };
};

const parsedOf = (xml: string): Node | undefined => {
  try {
    return parser.parse(xml) as Node;
  } catch {
    return undefined;
  }
};

/** Reads what a customer sent: a pain.001.001.09, a pacs.028.001.03, or something to refuse. */
export const readCustomerFile = (xml: string): TransferOrder | Question | Unreadable => {
  const no = (why: string): Unreadable => ({ kind: 'unreadable', messageId: undefined, why });
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return no('declares a document type');
  if (XMLValidator.validate(xml) !== true) return no('not well-formed');
  const parsed = parsedOf(xml);
  if (parsed === undefined) return no('nested too deeply');
  const document = at(parsed, 'Document');
  const order = at(document, 'CstmrCdtTrfInitn');
  if (order) return readOrder(order);
  const question = at(document, 'FIToFIPmtStsReq');
  if (!question) return no('neither transfers nor a question');
  return {
    kind: 'question',
    messageId: text(question, 'GrpHdr', 'MsgId'),
    original: text(question, 'OrgnlGrpInf', 'OrgnlMsgId'),
    ids: all(question, 'TxInf').map((node) => text(node, 'OrgnlInstrId')),
  };
};
