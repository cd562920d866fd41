// Known faults of dependencies at `high` and above, as the registry tells them. A registry that does not tell is said
// so, and stops nothing.
import { spawnSync } from 'node:child_process';

/** What to do about an answer of `npm audit --json`: its lines for people, and whether the build stops. */
export const verdictOf = (text) => {
  let answer;
  try {
    answer = JSON.parse(text);
  } catch {
    return { lines: ['npm audit: no answer that can be read; known faults were NOT looked up'], stop: false };
  }
  if (answer.metadata?.vulnerabilities === undefined) {
    const why = answer.message ?? answer.error?.summary ?? answer.error?.code ?? 'no reason given';
    return { lines: [`npm audit: the registry does not tell; known faults were NOT looked up (${why})`], stop: false };
  }
  const serious = Object.values(answer.vulnerabilities ?? {}).filter(({ severity }) =>
    ['high', 'critical'].includes(severity),
  );
  return serious.length === 0
    ? { lines: ['npm audit: nothing at high or above'], stop: false }
    : { lines: serious.map(({ name, severity, range }) => `npm audit: ${severity}: ${name} ${range}`), stop: true };
};

if (process.argv[1]?.endsWith('audit.mjs')) {
  const { stdout } = spawnSync('npm', ['audit', '--json', '--audit-level=high'], {
    encoding: 'utf8',
    timeout: 120_000,
    maxBuffer: 1 << 26,
  });
  const { lines, stop } = verdictOf(stdout ?? '');
  for (const line of lines) console.log(line);
  if (stop) process.exitCode = 1;
}
