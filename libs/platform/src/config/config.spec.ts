import { parseConfig, randomSecrets } from './config';

const enough = {
  HUIJI_APP_DATABASE_URL: 'postgres://huiji_app:x@127.0.0.1/huiji',
  HUIJI_BANK_DIRECTORY: 'bank',
  ...randomSecrets(),
};

describe('settings', () => {
  it('are parsed once, with defaults for what may be left out', () => {
    const config = parseConfig(enough);
    expect(config).toMatchObject({ profile: 'demonstration', port: 8080, host: '127.0.0.1', readScope: 'connection' });
    expect(config.tokenSecret).toHaveLength(32);
    expect([...config.dataKeys.keys()]).toEqual(['k1']);
  });

  it.each([
    ['HUIJI_TOKEN_SECRET', 'short'],
    ['HUIJI_DATA_KEYS', 'k1:short'],
    ['HUIJI_DATA_KEYS', 'no-colon'],
    ['PORT', '70000'],
    ['HUIJI_APP_DATABASE_URL', 'not a url'],
    ['HUIJI_READ_SCOPE', 'sometimes'],
  ])('a bad %s stops the start, by name and without its value', (name, value) => {
    expect(() => parseConfig({ ...enough, [name]: value })).toThrow(name);
    try {
      parseConfig({ ...enough, [name]: value });
    } catch (error) {
      expect(String(error)).not.toContain(value);
    }
  });
});
