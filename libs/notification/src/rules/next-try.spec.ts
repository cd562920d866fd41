import { afterTry, FAILURES_TO_PAUSE, pausesAfter, WEBHOOK_TRIES } from './next-try';

describe('X7 the tries of a webhook event', () => {
  it('only 2xx delivers; a redirect does not', () => {
    expect([200, 204, 299].map((status) => afterTry(status, 1))).toEqual(['delivered', 'delivered', 'delivered']);
    expect([302, 400, 500, undefined].map((status) => afterTry(status, 1))).toEqual([
      'again',
      'again',
      'again',
      'again',
    ]);
  });

  it('the last try gives up, and 410 at once', () => {
    expect(afterTry(500, WEBHOOK_TRIES - 1)).toBe('again');
    expect(afterTry(500, WEBHOOK_TRIES)).toBe('failed');
    expect(afterTry(410, 1)).toBe('failed');
    expect(afterTry(200, WEBHOOK_TRIES)).toBe('delivered');
  });

  it('five given up in a row pause the webhook, and 410 at once', () => {
    expect(pausesAfter(500, FAILURES_TO_PAUSE - 1)).toBe(false);
    expect(pausesAfter(500, FAILURES_TO_PAUSE)).toBe(true);
    expect(pausesAfter(410, 1)).toBe(true);
  });
});
