import { codeCounters, countedAddress, limits, logInCounters, waitSeconds } from './limits';

describe('how often a log-in may fail', () => {
  const now = new Date('2026-01-01T00:00:00Z');
  const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);

  it.each([
    ['10.1.2.3', '10.1.2.3'],
    ['::ffff:10.1.2.3', '10.1.2.3'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('counts %s as %s', (address, counted) => {
    expect(countedAddress(address)).toBe(counted);
  });

  it('gives a known device a counter that nobody else can fill', () => {
    expect(logInCounters('clerk', '10.1.2.3', 'd')).toEqual([{ counted: 'device', of: 'd' }]);
    expect(logInCounters('clerk', '10.1.2.3', undefined).map(({ counted }) => counted)).toEqual([
      'name-address',
      'address',
      'name',
    ]);
    expect(codeCounters('u', 'd')).toEqual([{ counted: 'code-device', of: 'd' }]);
    expect(codeCounters('u', undefined)).toEqual([{ counted: 'code', of: 'u' }]);
  });

  it('hears the last failure allowed, then says how long to wait', () => {
    const counter = { counted: 'device', of: 'd', windowEndsAt: later(90) } as const;
    expect(waitSeconds([{ ...counter, failures: limits.device.failures }], now)).toBe(0);
    expect(waitSeconds([{ ...counter, failures: limits.device.failures + 1 }], now)).toBe(90);
    const address = {
      counted: 'address',
      of: 'a',
      windowEndsAt: later(300),
      failures: limits.address.failures + 1,
    } as const;
    expect(waitSeconds([{ ...counter, failures: 99 }, address], now)).toBe(300);
    expect(waitSeconds([{ ...counter, windowEndsAt: now, failures: 99 }], now)).toBe(1);
  });
});
