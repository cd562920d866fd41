import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { LastGoodBehaviour } from './behaviour';
import { Book } from './book';
import { answerQuestion, decideOrder, endOfDay, refuseFile, type Setting } from './decide';
import { areasIn, clear, take, waitingFor, writeWhole } from './files';
import { Journal, type BankEvent } from './journal';
import { readCustomerFile } from './messages/read';
import { renderMessage } from './messages/write';

const END_OF_DAY = 'end-of-day.request';

/**
 * A small bank: takes files from `<root>/<area>/to-bank`, keeps its own accounts in a journal, answers into
 * `<root>/<area>/from-bank`. An instruction is executed once, however often it is sent and whenever the process is
 * killed: first the journal, flushed, then the answers, then the file is taken.
 */
export class Bank {
  private readonly book = new Book();
  private readonly journal: Journal;
  private readonly behaviour: LastGoodBehaviour;

  constructor(
    private readonly root: string,
    private readonly clock: () => Date,
    say: (words: string) => void = () => undefined,
  ) {
    this.behaviour = new LastGoodBehaviour(join(root, 'behaviour.json'), say);
    const { journal, events } = Journal.open(join(root, 'bank', 'journal.jsonl'));
    this.journal = journal;
    for (const event of events) this.book.apply(event);
    this.tell();
    this.writeReport();
  }

  /** One round over all areas; returns how many files were taken. */
  async round(): Promise<number> {
    const behaviour = await this.behaviour.read();
    let taken = 0;
    for (const area of areasIn(this.root))
      for (const file of waitingFor(this.root, area)) {
        this.handle({ area, file, at: this.clock().toISOString(), behaviour });
        taken += 1;
      }
    if (taken > 0) this.writeReport();
    return taken;
  }

  close(): void {
    this.journal.close();
  }

  private handle(setting: Setting): void {
    if (setting.file === END_OF_DAY) {
      this.keep(endOfDay(this.book, setting));
      this.tell();
      clear(this.root, setting.area, setting.file);
      return;
    }
    const { area, file } = setting;
    if (!this.book.isDecided(area, file)) this.keep([...this.decide(setting), { type: 'decided', area, file }]);
    this.tell();
    take(this.root, area, file);
    this.keep([{ type: 'taken', area, file }]);
  }

  private decide(setting: Setting): readonly BankEvent[] {
    const read = readCustomerFile(readFileSync(join(this.root, setting.area, 'to-bank', setting.file), 'utf8'));
    switch (read.kind) {
      case 'order':
        return decideOrder(this.book, setting, read);
      case 'question':
        return answerQuestion(this.book, setting, read);
      case 'unreadable':
        return refuseFile(setting, read);
    }
  }

  private keep(events: readonly BankEvent[]): void {
    this.journal.append(events);
    for (const event of events) this.book.apply(event);
  }

  /** Puts out every message that was decided; after a crash, those that were decided before it. */
  private tell(): void {
    for (const message of this.book.pending()) {
      writeWhole(join(this.root, message.area, 'from-bank', message.name), renderMessage(message));
      this.keep([{ type: 'written', area: message.area, name: message.name }]);
    }
  }

  private writeReport(): void {
    writeWhole(join(this.root, 'bank', 'report.json'), `${JSON.stringify(this.book.report(), null, 2)}\n`);
  }
}
