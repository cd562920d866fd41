import { safeFacts } from './safe-facts';

describe('X7 facts that leave the product', () => {
  it.each(['510902194603072241', '51090219460307224X', '13800138000', '6222 0210 0111 2223 334', '138-0013-8000'])(
    'lose the number %s that somebody typed',
    (number) => {
      expect(safeFacts({ reason: `请核对 ${number} 的账户` })).toEqual({ reason: '请核对 ＊＊＊ 的账户' });
    },
  );

  it('keep dates, batch names and amounts', () => {
    const facts = { label: '2020-0001', day: '2020-07-01', amount: '123456789012.50', reason: '金额 1234.50 不符' };
    expect(safeFacts(facts)).toEqual(facts);
  });
});
