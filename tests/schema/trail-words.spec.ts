import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { stateWords } from '@huiji/platform';
import { happened } from '../../apps/console/src/i18n/zh/happened';

const root = join(__dirname, '..', '..');

const sources = (): readonly string[] =>
  readdirSync(join(root, 'libs'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => /\/libs\/[^/]+\/src\//.test(path) && !path.includes('/testing/'))
    .map((path) => readFileSync(path, 'utf8'))
    .filter((text) => /\b(recordActions?|recordActionsSelected|moveState)\b/.test(text));

/** Names of actions: what stands behind `kind:`, and the values of a table of kinds. */
const kindsIn = (text: string): readonly string[] => [
  ...[...text.matchAll(/\bkind: (?:[^',\n]+\? )?'([A-Z][A-Za-z]+)'(?: : '([A-Z][A-Za-z]+)')?/g)].flatMap(
    ([, one = '', other = '']) => [one, other].filter((name) => name !== ''),
  ),
  ...[...text.matchAll(/\bkinds[^=]*= \{(.*?)\}/gs)].flatMap(([, body = '']) =>
    [...body.matchAll(/'([A-Z][A-Za-z]+)'/g)].map(([, name = '']) => name),
  ),
];

describe('X2 the audit trail in Chinese', () => {
  it('has a word for every action that the libraries record', () => {
    const kinds = new Set(sources().flatMap(kindsIn));
    expect(kinds.size).toBeGreaterThan(50);
    expect([...kinds].filter((kind) => !(kind in happened.kinds)).sort()).toEqual([]);
  });

  it('has a word for every noun they happen to', () => {
    const nouns = new Set(
      sources().flatMap((text) => [...text.matchAll(/subjectType: '([a-z-]+)'/g)].map(([, noun = '']) => noun)),
    );
    expect(nouns.size).toBeGreaterThan(20);
    expect([...nouns].filter((noun) => !(noun in happened.subjects)).sort()).toEqual([]);
  });

  it('calls every state by the word that refusals call it by', () => {
    expect(happened.states).toMatchObject(stateWords);
  });
});
