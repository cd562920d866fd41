import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { homeFor, homeOf, makeHome, repository, secretsIn } from './home';

describe('the folder of an installation', () => {
  it('is .huiji in the repository unless HUIJI_HOME names another', () => {
    expect(homeFor({}).folder).toBe(path.join(repository, '.huiji'));
    expect(homeFor({ HUIJI_HOME: '/tmp/elsewhere' }).database).toBe('/tmp/elsewhere/postgres');
  });

  it('keeps its keys from everybody else, and the same keys from start to start', () => {
    const home = homeOf(mkdtempSync(path.join(tmpdir(), 'huiji-home-')));
    makeHome(home);
    const secrets = secretsIn(home);
    const file = path.join(home.folder, 'secrets.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(secretsIn(home)).toEqual(secrets);
    expect(readFileSync(file, 'utf8')).toContain(secrets.HUIJI_TOKEN_SECRET);
    expect(new Set(Object.values(secrets)).size).toBe(3);
  });
});
