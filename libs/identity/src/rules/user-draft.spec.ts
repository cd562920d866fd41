import { checkPersonNames, normalLoginName } from './user-draft';

describe('who may be entered as a user', () => {
  const good = { loginName: 'clerk.suining', displayName: '经办 李' };

  it('takes a log-in name in any case and keeps it in lower case', () => {
    expect(checkPersonNames({ ...good, loginName: ' Clerk.Suining ' })).toEqual([]);
    expect(normalLoginName(' ABC ')).toBe('abc');
  });

  it.each([
    ['a log-in name with a blank', { loginName: 'a b' }, 'loginName', 'LOGIN_NAME_FORM'],
    ['a log-in name of one letter', { loginName: 'a' }, 'loginName', 'LOGIN_NAME_FORM'],
    ['a log-in name of 65 letters', { loginName: 'a'.repeat(65) }, 'loginName', 'LOGIN_NAME_FORM'],
    ['a display name of blanks', { displayName: '  ' }, 'displayName', 'DISPLAY_NAME_LENGTH'],
    ['a display name of 101 characters', { displayName: '长'.repeat(101) }, 'displayName', 'DISPLAY_NAME_LENGTH'],
  ])('refuses %s', (_, change, field, code) => {
    expect(checkPersonNames({ ...good, ...change })).toEqual([{ field, code }]);
  });

  it('names every fault at once', () => {
    expect(checkPersonNames({ loginName: '', displayName: '' }).map(({ field }) => field)).toEqual([
      'loginName',
      'displayName',
    ]);
  });
});
