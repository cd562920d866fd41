import { issuerIssues } from './issuer-wish';

describe('a wished provider', () => {
  const good = {
    slug: 'suining',
    name: '遂宁统一身份',
    issuerUrl: 'https://id.example.org/realm',
    clientId: 'huiji',
    clientSecret: 'secret',
    consoleOrigin: 'https://huiji.example.org',
  };
  const fields = (change: object, production = true): readonly string[] =>
    issuerIssues({ ...good, ...change }, production).map(({ field }) => field);

  it('is reached by https; by http only on this machine and outside production', () => {
    expect(fields({})).toEqual([]);
    expect(fields({ issuerUrl: 'http://id.example.org' }, false)).toEqual(['issuerUrl']);
    expect(fields({ issuerUrl: 'http://127.0.0.1:9000' })).toEqual(['issuerUrl']);
    expect(fields({ issuerUrl: 'http://127.0.0.1:9000' }, false)).toEqual([]);
    expect(fields({ issuerUrl: 'http://127.0.0.1.evil.example' }, false)).toEqual(['issuerUrl']);
    expect(fields({ issuerUrl: 'https://user@id.example.org' })).toEqual(['issuerUrl']);
    expect(fields({ issuerUrl: 'file:///etc/passwd' })).toEqual(['issuerUrl']);
  });

  it('names what else is wrong', () => {
    expect(fields({ slug: 'A', name: ' ', clientId: '', clientSecret: '', consoleOrigin: 'https://a.b/c' })).toEqual([
      'slug',
      'name',
      'consoleOrigin',
      'clientId',
      'clientSecret',
    ]);
  });
});
