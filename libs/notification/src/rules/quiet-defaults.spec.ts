import { channels, noticeKinds } from '../model/kinds';
import { isWanted, quietDefaults } from './quiet-defaults';

describe('X7 what is told by which channel when nobody chose', () => {
  it('everything stands in the product, nothing goes by message', () => {
    expect(noticeKinds.filter((kind) => !isWanted(kind, 'in-app', undefined))).toEqual([]);
    expect(noticeKinds.filter((kind) => isWanted(kind, 'sms', undefined))).toEqual([]);
    expect(isWanted('approval-waits', 'mail', undefined)).toBe(false);
    expect(isWanted('payment-rejected', 'mail', undefined)).toBe(true);
    expect(Object.keys(quietDefaults).sort()).toEqual([...noticeKinds].sort());
  });

  it('a choice counts before the default, both ways', () => {
    for (const kind of noticeKinds)
      for (const channel of channels)
        expect([isWanted(kind, channel, true), isWanted(kind, channel, false)]).toEqual([true, false]);
  });
});
