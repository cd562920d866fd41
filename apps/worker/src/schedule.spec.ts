import { Logger } from '@nestjs/common';
import type { OutboxRows, QueueService } from '@huiji/platform';
import { Schedule, type ScheduledAct } from './schedule';

const clock = { now: () => new Date('2026-03-01T00:00:00Z') };

describe('the schedule', () => {
  let leads = true;
  const errors: unknown[] = [];
  const schedules: Schedule[] = [];

  const scheduleOf = (act: ScheduledAct): Schedule => {
    const queue = {
      get isLeading() {
        return leads;
      },
    } as Pick<QueueService, 'isLeading'> as QueueService;
    const rows = { areas: () => Promise.resolve(['510900', '500000']) } as Partial<OutboxRows> as OutboxRows;
    const schedule = new Schedule([act], queue, rows, clock);
    schedules.push(schedule);
    schedule.start();
    return schedule;
  };

  beforeEach(() => {
    leads = true;
    errors.length = 0;
    jest.useFakeTimers();
    jest.spyOn(Logger.prototype, 'error').mockImplementation((...words: unknown[]) => void errors.push(words[0]));
  });
  afterEach(async () => {
    for (const schedule of schedules.splice(0)) await schedule.stop();
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('runs an act in every area, with the machine time, each turn', async () => {
    const seen: string[] = [];
    scheduleOf({
      name: 'act',
      everyMs: 1000,
      run: (area, now) => {
        seen.push(`${area} ${now.toISOString()}`);
        return Promise.resolve();
      },
    });
    await jest.advanceTimersByTimeAsync(2500);
    const turn = ['510900 2026-03-01T00:00:00.000Z', '500000 2026-03-01T00:00:00.000Z'];
    expect(seen).toEqual([...turn, ...turn]);
  });

  it('PD-13 starts nothing in a worker that does not lead, and no act that still runs', async () => {
    let started = 0;
    let end: () => void = () => undefined;
    scheduleOf({
      name: 'act',
      everyMs: 1000,
      run: () => {
        started += 1;
        return new Promise((resolve) => (end = resolve));
      },
    });
    leads = false;
    await jest.advanceTimersByTimeAsync(3000);
    expect(started).toBe(0);
    leads = true;
    await jest.advanceTimersByTimeAsync(5000);
    expect(started).toBe(1);
    end();
    await jest.advanceTimersByTimeAsync(10);
    expect(started).toBe(2);
    end();
  });

  it('one area in trouble keeps no other waiting, and the trouble is told', async () => {
    const seen: string[] = [];
    scheduleOf({
      name: 'act',
      everyMs: 1000,
      run: (area) => {
        seen.push(area);
        return area === '510900' ? Promise.reject(new Error('no')) : Promise.resolve();
      },
    });
    await jest.advanceTimersByTimeAsync(1100);
    expect(seen).toEqual(['510900', '500000']);
    expect(errors).toEqual(['act in 510900 failed']);
  });
});
