import { passwordIssues } from './password';

describe('a new password', () => {
  const facts = { loginName: 'clerk', least: 12, common: new Set(['password', 'qwertyuiop12']) };
  const codes = (password: string, least = 12): readonly string[] =>
    passwordIssues(password, { ...facts, least }).map(({ code }) => code);

  it.each(['correct horse battery', '一匹正确的马电池和订书钉', 'aaaa bbbb cc dd e', 'x'.repeat(60) + 'abcdefgh'])(
    'takes %s: there is no rule about kinds of characters',
    (password) => {
      expect(codes(password)).toEqual([]);
    },
  );

  it('has 12 to 128 characters, counted as people count them; 10 in a demonstration', () => {
    expect(codes('elevenchars')).toEqual(['PASSWORD_LENGTH']);
    expect(codes('twelve chars')).toEqual([]);
    expect(codes('马'.repeat(3) + '🐎'.repeat(3) + 'abc')).toEqual(['PASSWORD_LENGTH']);
    expect(codes('abcdefgh'.repeat(16))).toEqual([]);
    expect(codes('abcdefgh'.repeat(16) + 'x')).toEqual(['PASSWORD_LENGTH']);
    expect(codes('huiji-demo', 10)).toEqual([]);
    expect(codes('huiji-dem', 10)).toEqual(['PASSWORD_LENGTH']);
  });

  it.each(['qwertyuiop12', 'QWERTYUIOP12', 'password2024!', '12345Password', 'abababababab', '111111111111'])(
    'refuses %s, which many people use',
    (password) => {
      expect(codes(password)).toEqual(['PASSWORD_COMMON']);
    },
  );

  it('does not hold the log-in name', () => {
    expect(codes('my name is Clerk')).toEqual(['PASSWORD_HAS_NAME']);
  });
});
