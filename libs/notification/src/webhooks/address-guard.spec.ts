import { isPublicAddress, pinnedAddress, urlFault, type GuardRules } from './address-guard';

const strict: GuardRules = { plainAllowed: false, privateHosts: [] };

describe('X7 where a webhook may lead', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'not an address',
  ])('%s is not of the public internet', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '114.114.114.114', '172.32.0.1', '2400:3200::1', '2606:4700:4700::1111'])('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ['http://example.org/', 'WEBHOOK_URL_NOT_HTTPS'],
    ['ftp://example.org/', 'WEBHOOK_URL_NOT_HTTPS'],
    ['file:///etc/passwd', 'WEBHOOK_URL_NOT_HTTPS'],
    ['https://user:word@example.org/', 'WEBHOOK_URL_FORM'],
    ['https://example.org/#x', 'WEBHOOK_URL_FORM'],
    ['no address', 'WEBHOOK_URL_FORM'],
    [`https://example.org/${'x'.repeat(500)}`, 'WEBHOOK_URL_FORM'],
    ['https://localhost/', 'WEBHOOK_URL_PRIVATE'],
    ['https://database.internal/', 'WEBHOOK_URL_PRIVATE'],
    ['https://127.0.0.1/', 'WEBHOOK_URL_PRIVATE'],
    ['https://2130706433/', 'WEBHOOK_URL_PRIVATE'],
    ['https://0x7f.1/', 'WEBHOOK_URL_PRIVATE'],
    ['https://[::1]/', 'WEBHOOK_URL_PRIVATE'],
    ['https://[::ffff:10.0.0.1]/', 'WEBHOOK_URL_PRIVATE'],
    ['https://169.254.169.254/latest/meta-data', 'WEBHOOK_URL_PRIVATE'],
  ])('%s is refused as %s', (url, fault) => {
    expect(urlFault(url, strict)).toBe(fault);
  });

  it('https to a public name is fine, plain http only outside production, a named host inside only by setting', () => {
    expect(urlFault('https://hooks.example.org/huiji?a=b', strict)).toBeUndefined();
    expect(urlFault('http://hooks.example.org/', { ...strict, plainAllowed: true })).toBeUndefined();
    expect(urlFault('https://127.0.0.1/', { ...strict, privateHosts: ['127.0.0.1'] })).toBeUndefined();
  });

  it('a name that leads inside is refused when it is resolved, and a named host is pinned to its address', async () => {
    await expect(pinnedAddress(new URL('https://localhost/'), strict)).rejects.toThrow('inside');
    const pinned = await pinnedAddress(new URL('https://localhost/'), { ...strict, privateHosts: ['localhost'] });
    expect(['127.0.0.1', '::1']).toContain(pinned.address);
  });
});
