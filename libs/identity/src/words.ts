import type { RefusalWords } from '@huiji/platform';

/** Words of every refusal and issue of identity. */
export const identityWords: RefusalWords = {
  LOG_IN_REFUSED: {
    zh: () => '用户名或密码不正确',
    en: () => 'the log-in name or the password is wrong',
    mend: { zh: '请核对后重试', en: 'check both and try again' },
  },
  NO_MEMBERSHIP: {
    zh: () => '该用户没有可用的身份',
    en: () => 'this person has no membership',
    mend: { zh: '请联系经办机构开通', en: 'ask the agency to open one' },
  },
  LOGIN_NAME_TAKEN: {
    zh: () => '用户名已被使用',
    en: () => 'the log-in name is taken',
    mend: { zh: '请换一个用户名', en: 'choose another one' },
  },
  LOGIN_NAME_FORM: {
    zh: () => '用户名格式不正确',
    en: () => 'not a log-in name',
    mend: {
      zh: '2 到 64 个小写字母、数字、点、下划线或连字符，以字母或数字开头',
      en: 'use 2 to 64 lower-case letters, digits, points, underscores or hyphens, beginning with a letter or digit',
    },
  },
  PASSWORD_LENGTH: {
    zh: () => '密码长度不符',
    en: () => 'the password is too short or too long',
    mend: { zh: '密码应为 8 到 128 个字符', en: 'use 8 to 128 characters' },
  },
  DISPLAY_NAME_LENGTH: {
    zh: () => '姓名长度不符',
    en: () => 'the name is too short or too long',
    mend: { zh: '姓名应为 1 到 100 个字符', en: 'use 1 to 100 characters' },
  },
};
