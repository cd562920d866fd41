import { parseYuan } from '@huiji/kernel';

import { actFor, type Behaviour } from './behaviour';
import type { Book } from './book';
import type { BankEvent, EntryLine, InstructionEvent, MessageEvent, StatusLine } from './journal';
import type { Question, Transfer, TransferOrder, Unreadable } from './messages/read';

export interface Setting {
  readonly area: string;
  readonly file: string;
  /** Machine time of the bank, ISO 8601. */
  readonly at: string;
  readonly behaviour: Behaviour;
}

const stem = (file: string): string => file.replace(/\.xml$/, '').slice(0, 60);
const bookedReference = (id: string): string => `B-${id}`.slice(0, 35);
const returnedReference = (id: string): string => `R-${id}`.slice(0, 35);
/** A message id of at most 35 characters that differs for each message about one file. */
const idOf = (original: string, part: string): string => `${original.slice(0, 35 - part.length - 1)}-${part}`;

const bookedFen = (one: InstructionEvent): string =>
  one.act.act === 'book-other-amount' ? (BigInt(one.fen) + BigInt(one.act.differenceFen)).toString() : one.fen;

const debit = (one: InstructionEvent): EntryLine => ({
  id: one.id,
  reference: bookedReference(one.id),
  direction: 'DBIT',
  fen: bookedFen(one),
});

const credit = (one: InstructionEvent): EntryLine => ({
  id: one.id,
  reference: returnedReference(one.id),
  direction: 'CRDT',
  fen: one.fen,
  ...(one.act.act === 'return-after-booking'
    ? { reason: one.act.reason, text: one.act.text ?? '收款账户异常，款项退回' }
    : {}),
});

const isSilent = (one: InstructionEvent): boolean => one.act.act === 'silent' || one.act.act === 'accept-then-silent';

const statusNow = (one: InstructionEvent): StatusLine =>
  one.executed
    ? { id: one.id, status: 'ACSC' }
    : {
        id: one.id,
        status: 'RJCT',
        reason: one.act.act === 'reject' ? one.act.reason : 'AM04',
        text: one.act.act === 'reject' ? (one.act.text ?? '收款账户异常') : '余额不足',
      };

/** A statement of these entries on one account; entries that were told before do not move the balance again. */
const statementOf = (
  book: Book,
  setting: Setting,
  name: string,
  part: string,
  account: string,
  day: string,
  entries: readonly EntryLine[],
  before = 0n,
): MessageEvent & { readonly type: 'statement' } => {
  const start = parseYuan(setting.behaviour.openingBalance);
  const moved = entries.reduce(
    (sum, entry) => sum + (entry.direction === 'DBIT' ? -BigInt(entry.fen) : BigInt(entry.fen)),
    0n,
  );
  const opening = (start.ok ? start.value : 0n) + book.moved(account) + before;
  return {
    type: 'statement',
    area: setting.area,
    name,
    messageId: `S${setting.area}-${book.nextStatement()}-${part}`,
    at: setting.at,
    account,
    day,
    opening: opening.toString(),
    closing: (opening + moved).toString(),
    entries,
  };
};

const decideOne = (
  book: Book,
  setting: Setting,
  order: TransferOrder,
  transfer: Transfer,
  available: bigint,
): InstructionEvent => {
  const act = book.isDenied(setting.area, transfer.id)
    ? ({ act: 'reject', reason: 'DUPL', text: '已答复未收到，不再执行' } as const)
    : actFor(setting.behaviour, { account: transfer.account, name: transfer.name, instruction: transfer.id });
  const willing = act.act !== 'reject' && !(act.act === 'silent' && !act.executes);
  return {
    type: 'instruction',
    area: setting.area,
    id: transfer.id,
    messageId: order.messageId,
    account: order.debtorAccount,
    day: order.day,
    fen: transfer.amountFen.toString(),
    act,
    executed: willing && transfer.amountFen <= available,
  };
};

const take = (book: Book, setting: Setting, order: TransferOrder): readonly (InstructionEvent | BankEvent)[] => {
  const start = parseYuan(setting.behaviour.openingBalance);
  let available: bigint = (start.ok ? start.value : 0n) - book.spent(order.debtorAccount);
  return order.transfers.map((transfer) => {
    if (book.instruction(setting.area, transfer.id))
      return { type: 'duplicate', area: setting.area, id: transfer.id, messageId: order.messageId } as const;
    const event = decideOne(book, setting, order, transfer, available);
    if (event.executed) available -= transfer.amountFen;
    return event;
  });
};

const statusMessage = (
  setting: Setting,
  original: string,
  part: string,
  lines: readonly StatusLine[],
): MessageEvent => ({
  type: 'status',
  area: setting.area,
  name: `${stem(setting.file)}.${part}.xml`,
  messageId: idOf(original, part),
  at: setting.at,
  original,
  lines,
});

/** What is said about a file of transfers at once: a word on each that is not silent, then what was booked, then what came back. */
const answersTo = (
  book: Book,
  setting: Setting,
  order: TransferOrder,
  taken: readonly InstructionEvent[],
): MessageEvent[] => {
  const heard = taken.filter((one) => one.act.act !== 'silent');
  const lines = heard.map((one): StatusLine => (one.executed ? { id: one.id, status: 'ACSP' } : statusNow(one)));
  const twice = heard.filter((one) => one.act.act === 'answer-twice').map((one) => one.id);
  const messages: MessageEvent[] = [];
  if (lines.length > 0) messages.push(statusMessage(setting, order.messageId, '1-status', lines));
  if (twice.length > 0)
    messages.push(
      statusMessage(
        setting,
        order.messageId,
        '1-status-again',
        lines.filter((line) => twice.includes(line.id)),
      ),
    );
  if (setting.behaviour.statements === 'on-request') return messages;
  const booked = taken.filter((one) => one.executed && !isSilent(one));
  const backs = booked.filter((one) => one.act.act === 'return-after-booking');
  const account = order.debtorAccount;
  const file = stem(setting.file);
  const spent = -booked.reduce((sum, one) => sum + BigInt(bookedFen(one)), 0n);
  const first = statementOf(book, setting, `${file}.2-statement.xml`, 'a', account, order.day, booked.map(debit));
  if (booked.length > 0) messages.push(first);
  if (twice.length > 0 && booked.length > 0)
    messages.push({ ...first, name: `${file}.2-statement-again.xml`, messageId: `${first.messageId}-again` });
  if (backs.length > 0)
    messages.push(
      statementOf(book, setting, `${file}.3-statement.xml`, 'b', account, order.day, backs.map(credit), spent),
    );
  return messages;
};

/** Everything the bank does about a file of transfers, as events; nothing has happened until they are in the journal. */
export const decideOrder = (book: Book, setting: Setting, order: TransferOrder): readonly BankEvent[] => {
  const events = take(book, setting, order);
  const taken = events.filter((event): event is InstructionEvent => event.type === 'instruction');
  return [...events, ...answersTo(book, setting, order, taken)];
};

/** A file that cannot be read is refused as a whole, when it at least names itself. */
export const refuseFile = (setting: Setting, unreadable: Unreadable): readonly BankEvent[] =>
  unreadable.messageId === undefined
    ? []
    : [
        {
          type: 'status',
          area: setting.area,
          name: `${stem(setting.file)}.1-status.xml`,
          messageId: idOf(unreadable.messageId, '1-status'),
          at: setting.at,
          original: unreadable.messageId,
          groupStatus: 'RJCT',
          reason: 'FF01',
          lines: [],
        },
      ];

/**
 * The answer to a question: the truth about each instruction. One the bank never got is refused, now and for ever; a
 * silent one that was executed is told, with its statement.
 */
export const answerQuestion = (book: Book, setting: Setting, question: Question): readonly BankEvent[] => {
  const known = question.ids.map((id) => [id, book.instruction(setting.area, id)] as const);
  const lines = known.map(([id, one]): StatusLine =>
    one && !(one.act.act === 'silent' && !one.act.executes)
      ? statusNow(one)
      : { id, status: 'RJCT', reason: 'NARR', text: '未收到该笔指令' },
  );
  const missing = known.filter(([, one]) => one === undefined);
  const untold = known
    .map(([, one]) => one)
    .filter((one) => one !== undefined)
    .filter((one) => one.executed && !book.wasTold(setting.area, bookedReference(one.id)));
  const answer = statusMessage(setting, question.original, '9-answer', lines);
  const events: BankEvent[] = missing.map(([id]) => ({ type: 'denied', area: setting.area, id }));
  events.push({ ...answer, messageId: idOf(question.messageId, 'answer') });
  const [first] = untold;
  if (first && setting.behaviour.statements === 'at-once')
    events.push(
      statementOf(
        book,
        setting,
        `${stem(setting.file)}.9-statement.xml`,
        'q',
        first.account,
        first.day,
        untold.map(debit),
      ),
    );
  return events;
};

/** End of day: one statement of everything that was executed and not yet told, and one of what came back. */
export const endOfDay = (book: Book, setting: Setting): readonly BankEvent[] => {
  const untold = book
    .executedIn(setting.area)
    .filter((one) => !book.wasTold(setting.area, bookedReference(one.id)) && one.act.act !== 'silent');
  const accounts = [...new Set(untold.map((one) => one.account))];
  return accounts.flatMap((account, index) => {
    const mine = untold.filter((one) => one.account === account);
    const backs = mine.filter((one) => one.act.act === 'return-after-booking');
    const day = mine.reduce((latest, one) => (one.day > latest ? one.day : latest), '');
    const spent = -mine.reduce((sum, one) => sum + BigInt(bookedFen(one)), 0n);
    const name = `end-of-day-${book.nextStatement()}-${index}`;
    const events = [statementOf(book, setting, `${name}.a.xml`, `${index}a`, account, day, mine.map(debit))];
    if (backs.length > 0)
      events.push(statementOf(book, setting, `${name}.b.xml`, `${index}b`, account, day, backs.map(credit), spent));
    return events;
  });
};
