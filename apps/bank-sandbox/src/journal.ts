import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

import type { Act } from './behaviour';

/** One status of one instruction in a pain.002. */
export interface StatusLine {
  readonly id: string;
  readonly status: 'ACSP' | 'ACSC' | 'RJCT';
  readonly reason?: string;
  readonly text?: string;
}

/** One entry of a statement. */
export interface EntryLine {
  readonly id: string;
  readonly reference: string;
  readonly direction: 'DBIT' | 'CRDT';
  readonly fen: string;
  readonly reason?: string;
  readonly text?: string;
}

/** An instruction that the bank took, and what it did with it. */
export interface InstructionEvent {
  readonly type: 'instruction';
  readonly area: string;
  readonly id: string;
  readonly messageId: string;
  readonly account: string;
  readonly day: string;
  readonly fen: string;
  readonly act: Act;
  readonly executed: boolean;
}

/** A message to the customer: rendered from this event alone, so that it can be written again after a crash. */
export type MessageEvent =
  | {
      readonly type: 'status';
      readonly area: string;
      readonly name: string;
      readonly messageId: string;
      readonly at: string;
      readonly original: string;
      readonly groupStatus?: 'RJCT';
      readonly reason?: string;
      readonly lines: readonly StatusLine[];
    }
  | {
      readonly type: 'statement';
      readonly area: string;
      readonly name: string;
      readonly messageId: string;
      readonly at: string;
      readonly account: string;
      readonly day: string;
      readonly opening: string;
      readonly closing: string;
      readonly entries: readonly EntryLine[];
    };

export type BankEvent =
  | InstructionEvent
  | MessageEvent
  | { readonly type: 'duplicate'; readonly area: string; readonly id: string; readonly messageId: string }
  /** Asked about an instruction it never got: should it still arrive, it is refused. */
  | { readonly type: 'denied'; readonly area: string; readonly id: string }
  | { readonly type: 'written'; readonly area: string; readonly name: string }
  /** A customer's file was decided, and then moved out of the way. */
  | { readonly type: 'decided' | 'taken'; readonly area: string; readonly file: string };

/**
 * What the bank did, flushed to the disk before anything is told. One line is one decision with all its events: a last
 * line torn by a crash never happened and is cut off.
 */
export class Journal {
  private readonly descriptor: number;

  private constructor(path: string) {
    this.descriptor = openSync(path, 'a', 0o640);
  }

  static open(path: string): { readonly journal: Journal; readonly events: readonly BankEvent[] } {
    mkdirSync(dirname(path), { recursive: true });
    const journal = new Journal(path);
    const bytes = readFileSync(path);
    const whole = bytes.lastIndexOf(0x0a) + 1;
    if (whole < bytes.length) truncateSync(path, whole);
    const events = bytes
      .subarray(0, whole)
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
      .flatMap((line) => JSON.parse(line) as BankEvent[]);
    return { journal, events };
  }

  append(events: readonly BankEvent[]): void {
    if (events.length === 0) return;
    const bytes = Buffer.from(`${JSON.stringify(events)}\n`);
    for (let written = 0; written < bytes.length;) written += writeSync(this.descriptor, bytes, written);
    fsyncSync(this.descriptor);
  }

  close(): void {
    closeSync(this.descriptor);
  }
}
