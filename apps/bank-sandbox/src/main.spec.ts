import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { transformFileSync } from '@swc/core';

const repository = join(__dirname, '..', '..', '..');

/** The program compiled into a folder of its own: the process test needs no build. */
const compile = (into: string): string => {
  const files = [
    'main',
    'single',
    'bank',
    'behaviour',
    'book',
    'decide',
    'files',
    'journal',
    'messages/read',
    'messages/write',
  ];
  mkdirSync(join(into, 'bank-sandbox', 'messages'), { recursive: true });
  for (const file of files) {
    const { code } = transformFileSync(join(__dirname, `${file}.ts`), { configFile: join(repository, '.swcrc') });
    writeFileSync(join(into, 'bank-sandbox', `${file}.js`), code.replaceAll('@huiji/kernel', join(into, 'kernel')));
  }
  mkdirSync(join(into, 'kernel'));
  const kernel = [
    'index',
    'allocate',
    'assert',
    'canonical-json',
    'ids',
    'money',
    'month',
    'plain-date',
    'quantity',
    'ratio',
    'result',
  ];
  for (const file of kernel) {
    const { code } = transformFileSync(join(repository, 'libs/kernel/src', `${file}.ts`), {
      configFile: join(repository, '.swcrc'),
    });
    writeFileSync(join(into, 'kernel', `${file}.js`), code.replaceAll(/require\("\.\/codes[^"]*"\)/g, '{}'));
  }
  return join(into, 'bank-sandbox', 'main.js');
};

const question = (id: string): string =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.028.001.03"><FIToFIPmtStsReq><GrpHdr><MsgId>${id}</MsgId>` +
  `<CreDtTm>2020-07-16T01:00:00Z</CreDtTm></GrpHdr><OrgnlGrpInf><OrgnlMsgId>B1</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInf>` +
  `<TxInf><OrgnlInstrId>i1</OrgnlInstrId></TxInf></FIToFIPmtStsReq></Document>`;

describe('the process of the bank', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiji-bank-process-'));
  const root = join(folder, 'shared');
  const program = compile(join(folder, 'program'));
  const running: ChildProcess[] = [];

  const start = async (): Promise<ChildProcess> => {
    const child = spawn(process.execPath, [program, root, '--with-launcher'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, NODE_PATH: join(repository, 'node_modules') },
    });
    running.push(child);
    await once(child.stdout, 'data');
    return child;
  };
  const answered = async (name: string): Promise<void> => {
    const path = join(root, '510900', 'from-bank', `${name}.9-answer.xml`);
    for (let waited = 0; !existsSync(path); waited += 50) {
      if (waited > 8_000) throw new Error(`no answer to ${name}`);
      await pause(50);
    }
  };
  const ask = (name: string): void => {
    writeFileSync(join(root, '510900', 'to-bank', `${name}.xml`), question(name));
  };

  beforeAll(() => {
    mkdirSync(join(root, '510900', 'to-bank'), { recursive: true });
  });
  afterAll(() => {
    for (const child of running) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  it('answers, leaves when its launcher is gone, and works again after kill -9', async () => {
    const first = await start();
    ask('Q1');
    await answered('Q1');
    first.kill('SIGKILL');
    await once(first, 'exit');
    ask('Q2');
    const second = await start();
    await answered('Q2');
    second.stdin?.end();
    const [code] = (await once(second, 'exit')) as [number];
    expect(code).toBe(0);
    expect(existsSync(join(root, 'bank', 'process.lock'))).toBe(false);
    expect(readFileSync(join(root, 'bank', 'report.json'), 'utf8')).toContain('510900/i1');
  });

  it('exactly one bank works in a directory: the second waits until the first has left', async () => {
    const first = await start();
    const waiting = start();
    await pause(300);
    first.kill('SIGTERM');
    const second = await waiting;
    expect(first.exitCode ?? first.signalCode).not.toBeNull();
    second.stdin?.end();
    await once(second, 'exit');
  });
});
