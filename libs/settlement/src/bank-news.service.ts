import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { areaCode, ok, refuse, type Result } from '@huiji/kernel';
import { Database, type Scope, type Tx } from '@huiji/platform';

import { BankChannel, type IncomingFile } from './bank/bank-channel';
import { readCamt053 } from './bank/camt-053';
import { readPain002 } from './bank/pain-002';
import { shorten } from './bank/xml';
import type { BankNews, BankStatement, StatusNews, StatusReport } from './model/bank-news';
import { PaymentOutcomeService, type DecidedPayment } from './payment-outcome.service';
import {
  BankNewsRepository,
  type HeardPayment,
  type NewEntry,
  type NewMessage,
} from './persistence/bank-news.repository';
import { StatusQuestionRepository } from './persistence/status-question.repository';
import { outcomeOf } from './rules/payment-outcome';
import { paymentTransitions } from './rules/payment-states';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Of its content, also where that was too large to be kept in memory. */
const hashOf = (file: IncomingFile): string => file.tooLarge?.sha256 ?? sha256(file.text);

/** The key of a piece of news; too long to be stored, its hash. */
const keyOf = (...parts: readonly string[]): string => {
  const text = parts.join(':');
  return text.length <= 300 ? text : `${parts[0] ?? ''}:${sha256(text)}`;
};

/** A piece of news under the key by which it is known: two that say different things have two keys. */
interface Keyed {
  readonly key: string;
  readonly news: BankNews;
}

const entryOf = ({ key, news }: Keyed, paymentId: string | undefined): Omit<NewEntry, 'outcome'> => ({
  entryKey: key,
  kind: news.kind,
  instructionId: shorten(news.instructionId, 35),
  ...(paymentId === undefined ? {} : { paymentId }),
  ...(news.kind === 'status'
    ? { statusCode: shorten(news.status, 35) }
    : { amountFen: news.amountFen, bookedOn: news.bookedOn }),
  ...('reasonCode' in news && news.reasonCode !== undefined ? { reasonCode: news.reasonCode } : {}),
  ...('reasonText' in news && news.reasonText !== undefined ? { reasonText: news.reasonText } : {}),
});

const known = (payment: HeardPayment) => ({
  state: payment.state,
  amountFen: payment.amountFen,
  ...(payment.releasedOn === null ? {} : { releasedOn: payment.releasedOn }),
  ...(payment.bookedOn === null ? {} : { bookedOn: payment.bookedOn }),
  ...(payment.bookedEntry === null ? {} : { bookedEntry: payment.bookedEntry }),
  ...(payment.returnedEntry === null ? {} : { returnedEntry: payment.returnedEntry }),
});

/**
 * Reads what the bank put out, once: a message by its id, a booking by the bank's own reference. What contradicts is
 * kept as an exception for a person and moves nothing (PD-07, PD-24).
 */
@Injectable()
export class BankNewsService {
  constructor(
    private readonly database: Database,
    private readonly channel: BankChannel,
    private readonly rows: BankNewsRepository,
    private readonly outcomes: PaymentOutcomeService,
    private readonly questions: StatusQuestionRepository,
  ) {}

  /**
   * Reads every file that waits for an area; returns how many. A file is taken away only after its commit. One that
   * cannot be applied stays, keeps no other waiting, and is thrown when the others are done.
   */
  async read(area: string): Promise<number> {
    const scope: Scope = { area: areaCode(area), actor: { kind: 'system', name: 'settlement.read-bank-messages' } };
    const faults: unknown[] = [];
    let read = 0;
    for (const name of await this.channel.waiting(scope.area)) {
      try {
        const file = await this.channel.read(scope.area, name);
        if (!file) continue;
        await this.readOne(scope, file);
        read += 1;
      } catch (error) {
        faults.push(error);
      }
    }
    if (faults.length > 0) throw new AggregateError(faults, `${faults.length} files of the bank could not be applied`);
    return read;
  }

  private async readOne(scope: Scope, file: IncomingFile): Promise<void> {
    const taken = await this.database.inTransaction(scope, (tx) => this.take(tx, file));
    if (!taken.ok) throw new Error(`the bank's file ${file.name} could not be applied: ${taken.refusal.code}`);
    await this.channel.settle(scope.area, file.name);
  }

  private take(tx: Tx, file: IncomingFile): Promise<Result<void>> {
    if (file.tooLarge) return this.takeUnreadable(tx, file, 'too large');
    const status = readPain002(file.text);
    if (status.ok) return this.takeStatus(tx, file, status.value);
    const statement = readCamt053(file.text);
    if (statement.ok) return this.takeStatement(tx, file, statement.value);
    const why = [status, statement]
      .map((no) => (no.ok ? '' : no.refusal.facts['why']))
      .find((one) => one !== 'another message');
    return this.takeUnreadable(tx, file, why ?? 'a message we do not know');
  }

  private async takeStatus(tx: Tx, file: IncomingFile, report: StatusReport): Promise<Result<void>> {
    const named = new Set(report.statuses.map(({ instructionId }) => instructionId));
    const { groupStatus } = report;
    const others =
      groupStatus === undefined
        ? []
        : (await this.rows.instructionsOf(tx, report.originalMessageId)).filter((id) => !named.has(id));
    const whole = others.map((instructionId): StatusNews => ({
      kind: 'status',
      instructionId,
      status: groupStatus ?? '',
      ...(report.groupReason === undefined ? {} : { reasonCode: report.groupReason }),
    }));
    const news = [...report.statuses, ...whole].map((one) => ({
      key: keyOf('S', report.messageId, one.instructionId, one.status),
      news: one,
    }));
    const message = {
      originalMessageId: report.originalMessageId,
      ...(groupStatus === undefined ? {} : { groupStatus: shorten(groupStatus, 35) }),
    };
    return this.once(tx, file, { kind: 'pain.002', messageId: report.messageId, ...message }, news, []);
  }

  private takeStatement(tx: Tx, file: IncomingFile, statement: BankStatement): Promise<Result<void>> {
    const account = sha256(statement.accountNumber).slice(0, 16);
    const header = { kind: 'camt.053', messageId: statement.messageId } as const;
    if (!statement.adds) {
      const entry = { entryKey: keyOf('B', statement.messageId), kind: 'message', outcome: 'exception' } as const;
      return this.once(tx, file, header, [], [{ ...entry, exceptionCode: 'STATEMENT_DOES_NOT_ADD' }]);
    }
    const news = statement.news.map((one) => ({
      key: keyOf('E', account, one.kind, one.entryReference, one.instructionId, one.amountFen.toString()),
      news: one,
    }));
    const odd = statement.odd.map((one): NewEntry => ({
      entryKey: keyOf('O', account, one.entryReference),
      kind: 'message',
      outcome: 'exception',
      exceptionCode: one.code,
      reasonText: one.why,
    }));
    return this.once(tx, file, header, news, odd);
  }

  private takeUnreadable(tx: Tx, file: IncomingFile, why: string): Promise<Result<void>> {
    const hash = hashOf(file);
    const entry = {
      entryKey: `U:${hash}`,
      kind: 'message',
      outcome: 'exception',
      exceptionCode: 'UNREADABLE',
    } as const;
    return this.once(tx, file, { kind: 'unreadable', messageId: hash }, [], [{ ...entry, reasonText: why }]);
  }

  private async once(
    tx: Tx,
    file: IncomingFile,
    header: Omit<NewMessage, 'fileName' | 'sha256' | 'entryCount'>,
    news: readonly Keyed[],
    odd: readonly NewEntry[],
  ): Promise<Result<void>> {
    const hash = hashOf(file);
    const entryCount = news.length + odd.length;
    const messageId = shorten(header.messageId, 200);
    const id = await this.rows.addMessage(tx, { ...header, messageId, fileName: file.name, sha256: hash, entryCount });
    if (id === undefined) return this.again(tx, header.kind, messageId, hash);
    await this.rows.addEntries(tx, id, odd);
    return this.apply(tx, id, news, header.originalMessageId);
  }

  /** A message id that was read before: the same message does nothing, another one under its id is an exception. */
  private async again(tx: Tx, kind: string, messageId: string, hash: string): Promise<Result<void>> {
    const first = await this.rows.messageByKey(tx, kind, messageId);
    if (!first) return refuse('conflict', 'STATE_CHANGED', { state: messageId });
    if (first.sha256 !== hash)
      await this.rows.addEntries(tx, first.id, [
        { entryKey: `M:${kind}:${hash}`, kind: 'message', outcome: 'exception', exceptionCode: 'MESSAGE_ID_REUSED' },
      ]);
    return ok(undefined);
  }

  /** `about` is the file of ours that a status report says it answers: its words reach no payment of another file. */
  private async apply(
    tx: Tx,
    messageId: string,
    all: readonly Keyed[],
    about: string | undefined,
  ): Promise<Result<void>> {
    const told = await this.rows.knownEntries(
      tx,
      all.map(({ key }) => key),
    );
    const fresh = [...new Map(all.filter(({ key }) => !told.has(key)).map((one) => [one.key, one])).values()];
    const heard = await this.rows.lockHeard(tx, [...new Set(fresh.map(({ news }) => news.instructionId))]);
    const payments = new Map(heard.map((payment) => [payment.instructionId, payment]));
    const entries: NewEntry[] = [];
    const notes: { id: string; bookedEntry?: string; statusCode?: string }[] = [];
    let wave = new Map<string, DecidedPayment>();
    for (const keyed of fresh) {
      const { news } = keyed;
      const payment = payments.get(news.instructionId);
      const entry = entryOf(keyed, payment?.id);
      if (!payment) {
        entries.push({ ...entry, outcome: 'exception', exceptionCode: 'UNKNOWN_INSTRUCTION' });
        continue;
      }
      if (about !== undefined && payment.messageId !== about) {
        entries.push({ ...entry, outcome: 'exception', exceptionCode: 'ANOTHER_MESSAGE' });
        continue;
      }
      const outcome = outcomeOf(known(payment), news, tx.businessDate);
      if (outcome.kind === 'exception') entries.push({ ...entry, outcome: 'exception', exceptionCode: outcome.code });
      else entries.push({ ...entry, outcome: outcome.kind === 'move' ? 'applied' : 'kept' });
      if (outcome.kind === 'keep') {
        const bookedEntry = payment.bookedEntry ?? (news.kind === 'booked' ? news.entryReference : null);
        notes.push({ id: payment.id, ...(bookedEntry === null ? {} : { bookedEntry }) });
        const bookedOn = payment.bookedOn ?? (news.kind === 'booked' ? news.bookedOn : null);
        payments.set(news.instructionId, { ...payment, bookedEntry, bookedOn });
      }
      if (outcome.kind !== 'move') continue;
      if (wave.has(payment.id)) {
        const applied = await this.outcomes.apply(tx, [...wave.values()]);
        if (!applied.ok) return applied;
        wave = new Map();
      }
      wave.set(payment.id, { payment, action: outcome.action, news });
      payments.set(news.instructionId, moved(payment, outcome.action, news));
    }
    const applied = await this.outcomes.apply(tx, [...wave.values()]);
    if (!applied.ok) return applied;
    await this.rows.noteHeard(tx, notes);
    await this.questions.close(
      tx,
      heard.map(({ id }) => id),
    );
    await this.rows.addEntries(tx, messageId, entries);
    return ok(undefined);
  }
}

/** The payment as the next piece of news of the same message finds it. */
const moved = (payment: HeardPayment, action: DecidedPayment['action'], news: BankNews): HeardPayment => {
  const ways: Readonly<Partial<Record<string, HeardPayment['state']>>> = paymentTransitions[payment.state];
  return {
    ...payment,
    state: ways[action] ?? payment.state,
    bookedEntry: news.kind === 'booked' ? news.entryReference : payment.bookedEntry,
    bookedOn: news.kind === 'booked' ? news.bookedOn : payment.bookedOn,
    returnedEntry: news.kind === 'returned' ? news.entryReference : payment.returnedEntry,
  };
};
