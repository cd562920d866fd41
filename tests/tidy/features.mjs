// Writes the last column of docs/features.md from the titles of the tests; with --check it only tells whether it is true.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const page = 'docs/features.md';
const list = (...patterns) =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...patterns])
    .toString()
    .split('\n');
const proofs = new Map();
for (const file of list('*.spec.ts').filter(Boolean)) {
  const titles = readFileSync(file, 'utf8').matchAll(
    /\b(?:describe|it|test)(?:\.each\([\s\S]*?\))?\(\s*[`'"]([^\n]*)/g,
  );
  for (const [, title] of titles) {
    for (const [id] of title.matchAll(/\b(?:PD-\d\d|[A-EX]\d{1,2})\b/g)) {
      proofs.set(id, (proofs.get(id) ?? new Set()).add(file));
    }
  }
}

const before = readFileSync(page, 'utf8');
const rows = [];
const after = before
  .split('\n')
  .map((line) => {
    const row = /^\| (PD-\d\d|[A-EX]\d{1,2}) \| (.*) \| (\w+) \| (.*?) ?\| .*\|$/.exec(line);
    if (!row) return line;
    const [, id, what, state, missing] = row;
    const files = [...(proofs.get(id) ?? [])].sort();
    rows.push({ id, state, missing, files });
    return `| ${id} | ${what} | ${state} | ${missing} | ${files.map((file) => `\`${file}\``).join('<br>')} |`;
  })
  .join('\n');

const faults = [
  ...rows
    .filter(({ state }) => !['done', 'thin', 'open'].includes(state))
    .map(({ id, state }) => `${id}: no such state ${state}`),
  ...rows
    .filter(({ state, files }) => state !== 'open' && files.length === 0)
    .map(({ id }) => `${id}: no test carries it`),
  ...rows
    .filter(({ state, missing }) => state === 'thin' && missing.trim() === '')
    .map(({ id }) => `${id}: thin, and nothing said`),
];
if (process.argv.includes('--check')) {
  if (after !== before) faults.push('docs/features.md is not what the tests say: npm run features');
} else {
  writeFileSync(page, after);
}
process.stdout.write(JSON.stringify({ rows: rows.length, faults }));
