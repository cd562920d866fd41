import { plainDate } from '@huiji/kernel';
import { mayReport } from './campaign-window';

const window = { state: 'open', opensOn: plainDate('2019-01-02'), closesOn: plainDate('2019-01-31') } as const;

describe('the reporting window (报量窗口)', () => {
  it('A3 lets a hospital report on its first and on its last day', () => {
    expect([
      mayReport(window, null, plainDate('2019-01-02')).ok,
      mayReport(window, null, plainDate('2019-01-31')).ok,
    ]).toEqual([true, true]);
  });

  it('A3 refuses a report before and after it, and when the campaign was closed early', () => {
    expect(mayReport(window, null, plainDate('2019-01-01')).ok).toBe(false);
    expect(mayReport(window, null, plainDate('2019-02-01'))).toMatchObject({
      ok: false,
      refusal: { code: 'REPORTING_CLOSED' },
    });
    expect(mayReport({ ...window, state: 'closed' }, null, plainDate('2019-01-15'))).toMatchObject({
      refusal: { facts: { state: 'closed' } },
    });
  });

  it('A3 reopened for one hospital only, until its day', () => {
    const closed = { ...window, state: 'closed' } as const;
    expect(mayReport(closed, plainDate('2019-02-05'), plainDate('2019-02-05')).ok).toBe(true);
    expect(mayReport(closed, plainDate('2019-02-05'), plainDate('2019-02-06')).ok).toBe(false);
  });

  it('A3 a planned campaign is open to nobody', () => {
    expect(mayReport({ ...window, state: 'planned' }, plainDate('2019-02-05'), plainDate('2019-01-15')).ok).toBe(false);
  });
});
