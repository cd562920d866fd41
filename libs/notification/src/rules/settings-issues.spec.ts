import { mailIssues, mobileIssues } from './settings-issues';

describe('where somebody wants to be told', () => {
  it.each(['a@b.cn', 'li.wei+huiji@mail.example.org'])('%s is a mail address', (address) => {
    expect(mailIssues('mail', address)).toEqual([]);
  });

  it.each([
    '',
    'a',
    'a@b',
    'a b@c.cn',
    'a@b.cn\r\nBcc: x@y.cn',
    'a@b.cn,c@d.cn',
    '<a@b.cn>',
    `${'a'.repeat(255)}@b.cn`,
    '李@b.cn',
  ])('%j is none, and adds no header and no second recipient', (address) => {
    expect(mailIssues('mail', address)).toEqual([{ field: 'mail', code: 'NOT_A_MAIL_ADDRESS' }]);
  });

  it('a mobile number has 11 digits and begins with 1', () => {
    expect(mobileIssues('phone', '13800138000')).toEqual([]);
    for (const number of ['', '1380013800', '23800138000', '138 0013 8000'])
      expect(mobileIssues('phone', number)).toEqual([{ field: 'phone', code: 'NOT_A_MOBILE_NUMBER' }]);
  });
});
