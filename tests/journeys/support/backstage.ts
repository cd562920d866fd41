import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Bank } from '@huiji/bank-sandbox/bank';
import { BankNewsService } from '@huiji/settlement';
import type { JourneyApi } from './journey-api';

/** What is waited for: undefined and false mean not yet. */
export type Met<T> = () => Promise<T | undefined | false>;

/** What happens behind the API while a person waits: jobs run, the bank answers. */
export interface Backstage {
  /** Lets jobs and bank work until `met` answers. */
  until<T>(what: string, met: Met<T>): Promise<T>;
  /** Waits until nothing is under way: no job to be told, no letter of the bank unread. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

/** A folder for the letters between fund and bank, removed by `close`. */
export class BankFolder {
  readonly path = mkdtempSync(path.join(tmpdir(), 'huiji-journey-'));

  constructor() {
    mkdirSync(path.join(this.path, 'bank'));
  }

  /** Where an area's letters to the bank lie after the bank took them. */
  taken(area: string): string {
    return path.join(this.path, area, 'to-bank', 'taken');
  }

  /** Letters of the bank that nobody has read yet. */
  unread(): readonly string[] {
    const areas = readdirSync(this.path).filter((name) => /^\d{6}$/.test(name));
    return areas.flatMap((area) => {
      const from = path.join(this.path, area, 'from-bank');
      return existsSync(from) ? readdirSync(from).filter((name) => name.endsWith('.xml')) : [];
    });
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Jobs and bank in this process, in the order they were told; nothing runs between two steps of a journey. */
export const inlineBackstage = (journey: JourneyApi, folder: BankFolder, area: string): Backstage => {
  const bank = new Bank(folder.path, () => new Date());
  const work = async (): Promise<void> => {
    await journey.drain(area);
    await bank.round();
    await journey.app.get(BankNewsService, { strict: false }).read(area);
  };
  return {
    until: async (what, met) => {
      await work();
      const answer = await met();
      if (answer === undefined || answer === false) throw new Error(`it did not happen that ${what}`);
      return answer;
    },
    quiet: work,
    close: () => {
      bank.close();
      return Promise.resolve();
    },
  };
};

/** Waits for something that other processes do. Throws with `what` after `ms`. */
export const eventually = async <T>(what: string, met: Met<T>, ms: number): Promise<T> => {
  const end = Date.now() + ms;
  for (;;) {
    const answer = await met();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`in ${ms / 1000} s it did not happen that ${what}`);
    await pause(100);
  }
};
