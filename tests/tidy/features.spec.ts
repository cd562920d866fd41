import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

describe('the list of features', () => {
  it('is what the tests prove, and says what is missing where a row is thin', () => {
    const root = join(__dirname, '..', '..');
    const printed = execFileSync('node', ['tests/tidy/features.mjs', '--check'], { cwd: root }).toString();
    const { rows, faults } = JSON.parse(printed) as { rows: number; faults: string[] };
    expect(rows).toBeGreaterThan(100);
    expect(faults).toEqual([]);
  });
});
