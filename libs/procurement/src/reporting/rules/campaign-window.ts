import { ok, refuse, type PlainDate, type Result } from '@huiji/kernel';
import type { CampaignState } from '../model/report.types';

export interface Window {
  readonly state: CampaignState;
  readonly opensOn: PlainDate;
  readonly closesOn: PlainDate;
}

/**
 * Whether a hospital may still write on a day (A3): the campaign is open and the day lies in its window, both ends
 * included, or the campaign was reopened for this hospital until a day that has not passed.
 * Refusal REPORTING_CLOSED.
 */
export const mayReport = (window: Window, reopenedUntil: PlainDate | null, today: PlainDate): Result<void> => {
  const inWindow = window.state === 'open' && window.opensOn <= today && today <= window.closesOn;
  const reopened = window.state !== 'planned' && reopenedUntil !== null && today <= reopenedUntil;
  return inWindow || reopened
    ? ok(undefined)
    : refuse('rule', 'REPORTING_CLOSED', {
        opensOn: window.opensOn,
        closesOn: window.closesOn,
        today,
        state: window.state,
      });
};
