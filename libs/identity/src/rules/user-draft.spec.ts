import { checkUserDraft, normalLoginName } from './user-draft';

describe('who may be entered as a user', () => {
  const good = { loginName: 'clerk.suining', displayName: '经办 李', password: 'correct horse' };

  it('takes a log-in name in any case and keeps it in lower case', () => {
    expect(checkUserDraft({ ...good, loginName: ' Clerk.Suining ' })).toEqual({ ok: true, value: good });
    expect(normalLoginName(' ABC ')).toBe('abc');
  });

  it.each([
    ['a log-in name with a blank', { loginName: 'a b' }, 'loginName', 'LOGIN_NAME_FORM'],
    ['a log-in name of one letter', { loginName: 'a' }, 'loginName', 'LOGIN_NAME_FORM'],
    ['a log-in name of 65 letters', { loginName: 'a'.repeat(65) }, 'loginName', 'LOGIN_NAME_FORM'],
    ['a display name of blanks', { displayName: '  ' }, 'displayName', 'DISPLAY_NAME_LENGTH'],
    ['a password of 7 characters', { password: '1234567' }, 'password', 'PASSWORD_LENGTH'],
    ['a password of 129 characters', { password: 'x'.repeat(129) }, 'password', 'PASSWORD_LENGTH'],
  ])('refuses %s', (_, change, field, code) => {
    const checked = checkUserDraft({ ...good, ...change });
    expect(checked).toMatchObject({ ok: false, refusal: { code: 'BAD_INPUT', issues: [{ field, code }] } });
  });

  it('names every fault at once', () => {
    const checked = checkUserDraft({ loginName: '', displayName: '', password: '' });
    expect(checked.ok ? [] : checked.refusal.issues.map(({ field }) => field)).toEqual([
      'loginName',
      'displayName',
      'password',
    ]);
  });
});
