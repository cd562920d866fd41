import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** How long nothing may be asked of the server before a page counts as settled, in milliseconds. */
const QUIET_MS = 150;

/** What a page asks of the server: quieter sooner than the half second that "network idle" waits for every time. */
export class Traffic {
  private open = 0;
  private last = Date.now();

  constructor(page: Page) {
    page.on('request', () => this.moved(1));
    page.on('requestfinished', () => this.moved(-1));
    page.on('requestfailed', () => this.moved(-1));
  }

  /** Waits until every answer has come and nothing new was asked for a moment. */
  async quiet(patienceMs = 30_000): Promise<void> {
    const end = Date.now() + patienceMs;
    this.last = Date.now();
    while (this.open > 0 || Date.now() - this.last < QUIET_MS) {
      if (Date.now() > end) throw new Error(`${this.open.toString()} requests without an answer`);
      await pause(25);
    }
  }

  private moved(by: 1 | -1): void {
    this.open += by;
    this.last = Date.now();
  }
}
