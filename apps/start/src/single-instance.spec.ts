import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AlreadyRunning, enter, knock, knockerOf } from './single-instance';

const fresh = (): string => mkdtempSync(path.join(tmpdir(), 'huiji-knock-'));

describe('one launcher per folder', () => {
  it('answers a knock with its process, its children and, when all runs, its address', async () => {
    const folder = fresh();
    const presence = await enter(folder, () => ({ api: 7 }));
    expect(await knock(folder)).toMatchObject({ processId: process.pid, address: null, children: { api: 7 } });
    presence.tell('http://127.0.0.1:1');
    expect((await knock(folder))?.address).toBe('http://127.0.0.1:1');
    await presence.leave();
    expect(await knock(folder)).toBeUndefined();
  });

  it('is not stopped by what a killed one left behind', async () => {
    const folder = fresh();
    writeFileSync(knockerOf(folder), '');
    expect(await knock(folder)).toBeUndefined();
    const presence = await enter(folder, () => ({}));
    expect((await knock(folder))?.processId).toBe(process.pid);
    await presence.leave();
  });

  it('lets one in when two come in the same moment, and nobody while one is there', async () => {
    const folder = fresh();
    const come = () => enter(folder, () => ({}));
    const both = await Promise.allSettled([come(), come()]);
    const inside = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(inside).toHaveLength(1);
    await expect(come()).rejects.toThrow(AlreadyRunning);
    await inside[0]?.leave();
  });

  it('finds a place for its socket also in a very deep folder', () => {
    expect(Buffer.byteLength(knockerOf(`/tmp/${'deep/'.repeat(40)}`))).toBeLessThan(105);
    expect(knockerOf('/a')).not.toBe(knockerOf('/b'));
  });
});
