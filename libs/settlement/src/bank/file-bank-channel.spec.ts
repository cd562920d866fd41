import { mkdtemp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { areaCode } from '@huiji/kernel';
import { FileBankChannel } from './file-bank-channel';

const area = areaCode('510900');

async function* text(...pieces: readonly string[]) {
  await Promise.resolve();
  yield* pieces;
}

async function* breaking() {
  await Promise.resolve();
  yield '<Docu';
  throw new Error('the machine stopped');
}

describe('the directories shared with the bank', () => {
  let root = '';
  let channel = new FileBankChannel('');
  const to = () => join(root, area, 'to-bank');
  const from = () => join(root, area, 'from-bank');

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'huiji-bank-'));
    channel = new FileBankChannel(root);
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it('C10 a file is there once: the second hand-over under its name changes nothing', async () => {
    expect(await channel.deliver(area, 'B1.xml', text('one', ' file'))).toBe('delivered');
    expect(await channel.deliver(area, 'B1.xml', text('other'))).toBe('already-delivered');
    expect(await readFile(join(to(), 'B1.xml'), 'utf8')).toBe('one file');
  });

  it('C10 knows a file that the bank already took', async () => {
    await channel.deliver(area, 'B1.xml', text('one'));
    await rename(join(to(), 'B1.xml'), join(to(), 'taken', 'B1.xml'));
    expect(await channel.deliver(area, 'B1.xml', text('one'))).toBe('already-delivered');
    expect((await readdir(to())).sort()).toEqual(['taken']);
  });

  it('a file that breaks off is not there at all, and can be handed over again', async () => {
    await expect(channel.deliver(area, 'B1.xml', breaking())).rejects.toThrow('stopped');
    expect(await readdir(to())).toEqual(['taken']);
    expect(await channel.deliver(area, 'B1.xml', text('whole'))).toBe('delivered');
  });

  it('reads what waits in the order of names, and a read file waits no more', async () => {
    await mkdir(from(), { recursive: true });
    await Promise.all(['2.xml', '1.xml', '.half.xml', 'note.txt'].map((name) => writeFile(join(from(), name), name)));
    expect(await channel.waiting(area)).toEqual(['1.xml', '2.xml']);
    expect(await channel.read(area, '1.xml')).toEqual({ name: '1.xml', text: '1.xml' });
    await channel.settle(area, '1.xml');
    await channel.settle(area, '1.xml');
    expect(await channel.waiting(area)).toEqual(['2.xml']);
    expect(await channel.read(area, '1.xml')).toBeUndefined();
  });
});
