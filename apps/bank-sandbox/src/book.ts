import type { BankEvent, InstructionEvent, MessageEvent } from './journal';

const key = (area: string, id: string): string => `${area}/${id}`;

/** The bank's own accounts, folded from its journal. */
export class Book {
  private readonly instructions = new Map<string, InstructionEvent>();
  private readonly denied = new Set<string>();
  private readonly decided = new Set<string>();
  private readonly unwritten = new Map<string, MessageEvent>();
  private readonly told = new Set<string>();
  private readonly movedFen = new Map<string, bigint>();
  private readonly duplicates: { area: string; id: string; messageId: string }[] = [];
  private statements = 0;

  apply(event: BankEvent): void {
    switch (event.type) {
      case 'instruction':
        this.instructions.set(key(event.area, event.id), event);
        break;
      case 'denied':
        this.denied.add(key(event.area, event.id));
        break;
      case 'duplicate':
        this.duplicates.push({ area: event.area, id: event.id, messageId: event.messageId });
        break;
      case 'written':
        this.unwritten.delete(key(event.area, event.name));
        break;
      case 'decided':
        this.decided.add(key(event.area, event.file));
        break;
      case 'taken':
        this.decided.delete(key(event.area, event.file));
        break;
      case 'status':
      case 'statement':
        this.keepMessage(event);
    }
  }

  private keepMessage(event: MessageEvent): void {
    this.unwritten.set(key(event.area, event.name), event);
    if (event.type !== 'statement') return;
    this.statements += 1;
    for (const entry of event.entries) {
      const told = key(event.area, entry.reference);
      if (this.told.has(told)) continue;
      this.told.add(told);
      const moved = this.movedFen.get(event.account) ?? 0n;
      this.movedFen.set(event.account, moved + (entry.direction === 'DBIT' ? -BigInt(entry.fen) : BigInt(entry.fen)));
    }
  }

  instruction(area: string, id: string): InstructionEvent | undefined {
    return this.instructions.get(key(area, id));
  }

  isDenied(area: string, id: string): boolean {
    return this.denied.has(key(area, id));
  }

  /** Whether a file was decided and still lies where the customer put it. */
  isDecided(area: string, file: string): boolean {
    return this.decided.has(key(area, file));
  }

  /** Whether a statement already told of this entry. */
  wasTold(area: string, reference: string): boolean {
    return this.told.has(key(area, reference));
  }

  /** Messages that were decided but not yet put out. */
  pending(): readonly MessageEvent[] {
    return [...this.unwritten.values()];
  }

  nextStatement(): number {
    return this.statements + 1;
  }

  /** What statements have moved on an account: debits below zero. */
  moved(account: string): bigint {
    return this.movedFen.get(account) ?? 0n;
  }

  /** What executed instructions have taken from an account, told or not. */
  spent(account: string): bigint {
    let sum = 0n;
    for (const one of this.instructions.values()) if (one.executed && one.account === account) sum += BigInt(one.fen);
    return sum;
  }

  executedIn(area: string): readonly InstructionEvent[] {
    return [...this.instructions.values()].filter((one) => one.executed && one.area === area);
  }

  /** For tests and for operators: what was executed, and what was sent to the bank more than once; in all and by area. */
  report(): Readonly<Record<string, unknown>> {
    const all = [...this.instructions.values()];
    const areas = [...new Set(all.map(({ area }) => area))].sort();
    return {
      ...this.figures(all, this.duplicates),
      denied: [...this.denied],
      areas: Object.fromEntries(
        areas.map((area) => [
          area,
          this.figures(
            all.filter((one) => one.area === area),
            this.duplicates.filter((one) => one.area === area),
          ),
        ]),
      ),
    };
  }

  private figures(instructions: readonly InstructionEvent[], duplicates: readonly object[]) {
    const executed = instructions.filter((one) => one.executed);
    return {
      instructions: instructions.length,
      executed: executed.length,
      executedFen: executed.reduce((sum, one) => sum + BigInt(one.fen), 0n).toString(),
      duplicates,
    };
  }
}
