import {
  fen,
  negateFen,
  ok,
  parsePlainDate,
  parseYuan,
  refuse,
  type Fen,
  type PlainDate,
  type Result,
} from '@huiji/kernel';

import type { BankStatement, BookedNews, OddEntry, ReturnedNews } from '../model/bank-news';
import { children, descend, readDocument, shorten, textAt, type XmlNode } from './xml';

type Entry =
  | { readonly sort: 'news'; readonly news: BookedNews | ReturnedNews }
  | { readonly sort: 'odd'; readonly odd: OddEntry }
  | { readonly sort: 'other-credit' };

/** "1234.50" or "1234.50000", in CNY only. */
const amountOf = (node: XmlNode | undefined): Fen | undefined => {
  if (node?.['@Ccy'] !== 'CNY') return undefined;
  const read = parseYuan((textAt(node) ?? '').replace(/(\.\d\d)0{1,3}$/, '$1'));
  return read.ok && read.value >= 0n ? read.value : undefined;
};

const dayOf = (node: XmlNode | undefined): PlainDate | undefined => {
  const read = parsePlainDate((textAt(node, 'Dt') ?? textAt(node, 'DtTm') ?? '').slice(0, 10));
  return read.ok ? read.value : undefined;
};

const oddEntry = (entryReference: string, why: string, code: OddEntry['code'] = 'UNREADABLE'): Entry => ({
  sort: 'odd',
  odd: { entryReference, code, why },
});

const readDetail = (entry: XmlNode, detail: XmlNode | undefined, reference: string, alone: boolean): Entry => {
  const booked = dayOf(descend(entry, 'BookgDt'));
  const own = descend(detail, 'Amt') ?? descend(detail, 'AmtDtls', 'TxAmt', 'Amt');
  const amount = amountOf(own ?? (alone ? descend(entry, 'Amt') : undefined));
  if (amount === undefined) return oddEntry(reference, 'no amount in CNY');
  if (booked === undefined) return oddEntry(reference, 'no booking date');
  const instructionId = textAt(detail, 'Refs', 'EndToEndId') ?? textAt(detail, 'Refs', 'InstrId');
  const back = textAt(entry, 'RvslInd') === 'true' || descend(detail, 'RtrInf') !== undefined;
  const direction = textAt(entry, 'CdtDbtInd');
  const facts = { amountFen: amount, bookedOn: booked, entryReference: reference };
  if (direction === 'DBIT')
    return instructionId === undefined
      ? oddEntry(reference, 'a debit that names no instruction', 'UNKNOWN_INSTRUCTION')
      : { sort: 'news', news: { kind: 'booked', instructionId, ...facts } };
  if (direction !== 'CRDT') return oddEntry(reference, 'neither credit nor debit');
  if (!back) return { sort: 'other-credit' };
  if (instructionId === undefined)
    return oddEntry(reference, 'a return that names no instruction', 'UNKNOWN_INSTRUCTION');
  const reasonCode = textAt(detail, 'RtrInf', 'Rsn', 'Cd') ?? textAt(detail, 'RtrInf', 'Rsn', 'Prtry');
  const reasonText = textAt(detail, 'RtrInf', 'AddtlInf');
  return {
    sort: 'news',
    news: {
      kind: 'returned',
      instructionId,
      ...facts,
      ...(reasonCode === undefined ? {} : { reasonCode: shorten(reasonCode, 35) }),
      ...(reasonText === undefined ? {} : { reasonText: shorten(reasonText, 140) }),
    },
  };
};

/** An entry that booked several instructions together gives one piece of news for each. */
const readEntry = (entry: XmlNode, fallback: string): readonly Entry[] => {
  const reference = textAt(entry, 'AcctSvcrRef') ?? textAt(entry, 'NtryRef') ?? fallback;
  if (textAt(entry, 'Sts', 'Cd') !== 'BOOK') return [];
  const details = children(entry, 'NtryDtls').flatMap((node) => children(node, 'TxDtls'));
  if (details.length <= 1) return [readDetail(entry, details[0], reference, true)];
  return details.map((detail, index) => readDetail(entry, detail, `${reference}/${index + 1}`, false));
};

const balance = (statement: XmlNode, code: string): Fen | undefined => {
  const found = children(statement, 'Bal').find((node) => textAt(node, 'Tp', 'CdOrPrtry', 'Cd') === code);
  const amount = amountOf(descend(found, 'Amt'));
  return amount === undefined ? undefined : textAt(found, 'CdtDbtInd') === 'DBIT' ? negateFen(amount) : amount;
};

const statementAdds = (statement: XmlNode): boolean => {
  const opening = balance(statement, 'OPBD');
  const closing = balance(statement, 'CLBD');
  if (opening === undefined || closing === undefined) return true;
  const moved = children(statement, 'Ntry')
    .filter((entry) => textAt(entry, 'Sts', 'Cd') === 'BOOK')
    .reduce((sum, entry) => {
      const amount = amountOf(descend(entry, 'Amt')) ?? fen(0);
      return textAt(entry, 'CdtDbtInd') === 'DBIT' ? sum - amount : sum + amount;
    }, 0n);
  return opening + moved === closing;
};

/**
 * Reads camt.053.001.08 (对账单): booked entries only, one by one; money that came back (退汇) is told from other credits
 * by its reversal mark or return information. Refuses UNREADABLE_MESSAGE; a single odd entry does not spoil the rest.
 */
export const readCamt053 = (text: string): Result<BankStatement> => {
  const document = readDocument(text, 'camt.053.001.08');
  if (!document.ok) return document;
  const message = descend(document.value, 'BkToCstmrStmt');
  const messageId = textAt(message, 'GrpHdr', 'MsgId');
  const statements = children(message, 'Stmt');
  const account = descend(statements[0], 'Acct', 'Id');
  const accountNumber = textAt(account, 'Othr', 'Id') ?? textAt(account, 'IBAN');
  if (messageId === undefined || accountNumber === undefined)
    return refuse('input', 'UNREADABLE_MESSAGE', { message: 'camt.053.001.08', why: 'no message id or account' });
  const entries = statements.flatMap((statement, at) =>
    children(statement, 'Ntry').flatMap((entry, index) => readEntry(entry, `${messageId}/${at + 1}/${index + 1}`)),
  );
  return ok({
    kind: 'camt.053',
    messageId,
    accountNumber,
    adds: statements.every(statementAdds),
    news: entries.filter((entry) => entry.sort === 'news').map(({ news }) => news),
    odd: entries.filter((entry) => entry.sort === 'odd').map(({ odd }) => odd),
    otherCredits: entries.filter((entry) => entry.sort === 'other-credit').length,
  });
};
