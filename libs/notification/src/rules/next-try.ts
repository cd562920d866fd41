/** Tries of a webhook event in all: the first and seven more, over about twenty minutes. */
export const WEBHOOK_TRIES = 8;

/** Events given up in a row after which a webhook is paused. */
export const FAILURES_TO_PAUSE = 5;

/** What one try told: the HTTP status that came back, or undefined when none did. */
export type TryOutcome = 'delivered' | 'again' | 'failed';

/**
 * What becomes of an event after a try: 2xx delivers; 410 says that nobody listens there any more; everything else is
 * tried again until the tries are used up. Redirects are not followed, so 3xx counts as no delivery.
 */
export const afterTry = (status: number | undefined, attempt: number): TryOutcome => {
  if (status !== undefined && status >= 200 && status < 300) return 'delivered';
  return status === 410 || attempt >= WEBHOOK_TRIES ? 'failed' : 'again';
};

/** Whether a webhook is paused after an event was given up: at once when nobody listens, else after five in a row. */
export const pausesAfter = (status: number | undefined, failuresInRow: number): boolean =>
  status === 410 || failuresInRow >= FAILURES_TO_PAUSE;
