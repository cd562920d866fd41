import { execFileSync } from 'node:child_process';
import { chromium, type Browser } from 'playwright-core';

interface Headless {
  readonly path: string;
  readonly args: readonly string[];
}

/** Unpacks the Chromium that comes from npm (ES module only, so asked in a process of its own) and says where it lies. */
const unpack = (): Headless => {
  const script = `import c from '@sparticuz/chromium'; console.log(JSON.stringify({ path: await c.executablePath(), args: c.args }))`;
  const answer = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: __dirname,
    encoding: 'utf8',
  });
  return JSON.parse(answer.trim()) as Headless;
};

/** Dates in fields are written the Chinese way. */
const wanted = ['--lang=zh-CN'];

/** One process per tab is steadier than the single process meant for small cloud functions. */
const unwanted = new Set([
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--allow-running-insecure-content',
]);

/** A headless Chromium, also as root. Chinese glyphs come from the console's own font, not from this machine. */
export const launchChromium = (): Promise<Browser> => {
  const { path, args } = unpack();
  return chromium.launch({
    executablePath: path,
    args: [...args.filter((arg) => !unwanted.has(arg)), ...wanted],
    headless: true,
  });
};
