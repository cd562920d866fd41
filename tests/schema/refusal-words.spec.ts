import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { actWords, platformWords, stateWords, WordsTable } from '@huiji/platform';
import { domainWords } from '@huiji/api/domains';

const root = join(__dirname, '..', '..');

/** Hand-written sources of the libraries, without their tests. */
const sources = (): readonly string[] =>
  readdirSync(join(root, 'libs'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => /\/libs\/[^/]+\/src\//.test(path) && !path.includes('/testing/'));

/** Codes given to `refuse(kind, CODE` and to issues as `{ field, code: 'CODE' }`. */
const codesIn = (text: string): readonly string[] =>
  [
    ...text.matchAll(/refuse\(\s*'(?:not-found|input|state|conflict|rule)',\s*'([A-Z][A-Z0-9_]+)'/g),
    ...text.matchAll(/\bfield\b[^{}]*?\bcode: '([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)'/gs),
  ].map((match) => match[1] ?? '');

describe('words of refusals', () => {
  const table = new WordsTable([platformWords, ...domainWords]);

  it('are there for every code that the sources give', () => {
    const missing = sources().flatMap((path) =>
      codesIn(readFileSync(path, 'utf8'))
        .filter((code) => !table.has(code))
        .map((code) => `${code} in ${path.slice(root.length + 1)}`),
    );
    expect([...new Set(missing)]).toEqual([]);
  });

  it('are given once for each code', () => {
    expect(table.doubled).toEqual([]);
  });

  it('are said in both languages, with a mend in both', () => {
    for (const [code, word] of [platformWords, ...domainWords].flatMap((words) => Object.entries(words))) {
      const said = [word.zh({}), word.en({}), word.mend.zh, word.mend.en];
      expect([code, said.map((text) => text.trim().length > 0)]).toEqual([code, [true, true, true, true]]);
      expect([code, /[\u4e00-\u9fff]/.test(word.zh({}) + word.mend.zh)]).toEqual([code, true]);
    }
  });

  it('name every state and act of every transition table in Chinese', () => {
    const tables = sources().flatMap((path) => [
      ...readFileSync(path, 'utf8').matchAll(/Transitions = \{\n(.*?)\n\} as const/gs),
    ]);
    expect(tables.length).toBeGreaterThan(10);
    const lines = tables.flatMap(([, body = '']) => body.split('\n'));
    const keys = (text: string): readonly string[] => [...text.matchAll(/'?([a-z-]+)'?:/g)].map(([, key = '']) => key);
    const states = lines.flatMap((line) => [
      ...keys(line).slice(0, 1),
      ...[...line.matchAll(/: '([a-z-]+)'/g)].map(([, to = '']) => to),
    ]);
    const acts = lines.flatMap((line) => keys(line).slice(1));
    expect(states.filter((state) => !(state in stateWords))).toEqual([]);
    expect(acts.filter((act) => !(act in actWords))).toEqual([]);
    expect(table.message('WRONG_STATE', { state: 'sent', action: 'withdraw' }, 'zh')).toBe(
      '当前为“已发银行”，不能撤回',
    );
  });
});
