import type { RefusalWord, RefusalWords } from '@huiji/platform';

type Pair = readonly [zh: string, en: string];

const fact = (facts: Readonly<Record<string, string>>, name: string): string => facts[name] ?? '';

/** Words that need no facts: what is wrong, and how to mend it. */
const plain = (wrong: Pair, mend: Pair): RefusalWord => ({
  zh: () => wrong[0],
  en: () => wrong[1],
  mend: { zh: mend[0], en: mend[1] },
});

const door: RefusalWords = {
  LOG_IN_REFUSED: plain(
    ['用户名或密码不正确', 'the log-in name or the password is wrong'],
    ['请核对后重试', 'check both and try again'],
  ),
  NO_MEMBERSHIP: plain(
    ['该用户没有可用的身份', 'this person has no membership'],
    ['请联系经办机构开通', 'ask the agency to open one'],
  ),
  RATE_LIMITED: {
    zh: (facts) => `尝试次数过多，请 ${fact(facts, 'seconds')} 秒后再试`,
    en: (facts) => `too many tries; wait ${fact(facts, 'seconds')} seconds`,
    mend: { zh: '请稍候再试，或使用以前登录过的设备', en: 'wait, or use a device you logged in from before' },
  },
  SECOND_FACTOR_NEEDED: plain(
    ['该身份需要双因素验证', 'this membership needs a second factor'],
    ['请退出后重新登录并完成双因素验证', 'log in again and complete the second factor'],
  ),
  TICKET_OVER: plain(['登录凭据已失效', 'this step of the log-in is over'], ['请重新登录', 'begin the log-in again']),
  DEVICE_TOO_LONG: plain(
    ['设备信息过长', 'what the client says of itself is too long'],
    ['请缩短后重试', 'make it shorter'],
  ),
  CODE_WRONG: plain(
    ['验证码不正确或已使用', 'the code is wrong or was used'],
    [
      '请输入手机上最新的六位验证码，或一个未用过的恢复码',
      'type the newest six digits of the phone, or an unused recovery code',
    ],
  ),
  LINK_OVER: plain(['链接已失效', 'this link is over'], ['请联系管理员重新发送', 'ask an administrator for a new one']),
  ISSUER_REFUSED: plain(
    ['统一身份登录未成功', 'the log-in by the provider did not succeed'],
    ['请重试，或联系管理员核对账号关联', 'try again, or ask an administrator how the provider knows you'],
  ),
  SECOND_FACTOR_STANDS: plain(
    ['双因素验证已启用', 'a second factor is enrolled already'],
    ['如更换手机，请联系管理员重置', 'ask an administrator for a reset if the phone changed'],
  ),
};

const passwords: RefusalWords = {
  OLD_PASSWORD_WRONG: plain(['原密码不正确', 'the old password is wrong'], ['请核对后重试', 'check it and try again']),
  PASSWORD_LENGTH: {
    zh: () => '密码长度不符',
    en: () => 'the password is too short or too long',
    mend: { zh: '密码应为 12 到 128 个字符，可以是一句话', en: 'use 12 to 128 characters; a sentence is fine' },
  },
  PASSWORD_COMMON: plain(
    ['密码过于常见', 'many people use this password'],
    ['请换一个别人想不到的密码，例如几个不相关的词', 'choose one that nobody guesses, such as some unrelated words'],
  ),
  PASSWORD_HAS_NAME: plain(
    ['密码中含有用户名', 'the password holds the log-in name'],
    ['请去掉用户名', 'leave the log-in name out'],
  ),
};

const people: RefusalWords = {
  LOGIN_NAME_TAKEN: plain(['用户名已被使用', 'the log-in name is taken'], ['请换一个用户名', 'choose another one']),
  LOGIN_NAME_FORM: plain(
    ['用户名格式不正确', 'not a log-in name'],
    [
      '2 到 64 个小写字母、数字、点、下划线或连字符，以字母或数字开头',
      'use 2 to 64 lower-case letters, digits, points, underscores or hyphens, beginning with a letter or digit',
    ],
  ),
  DISPLAY_NAME_LENGTH: plain(
    ['姓名长度不符', 'the name is too short or too long'],
    ['姓名应为 1 到 100 个字符', 'use 1 to 100 characters'],
  ),
  ROLES_WANTED: plain(['请选择身份', 'no role is wished'], ['请选择 1 到 20 个身份', 'choose one to twenty roles']),
  ROLE_ORGANISATION: plain(
    ['该机构不能有此角色', 'people of this organisation do not act in this role'],
    ['请选择与机构类别相符的角色', 'choose a role that fits the kind of the organisation'],
  ),
  ROLE_HELD: plain(['已有该身份', 'the person has this role'], ['无需重复授予', 'nothing needs to be done']),
  ROLE_PROPOSED: plain(
    ['该身份正在等待复核', 'this role waits for a second administrator'],
    ['请由另一位管理员复核', 'let another administrator decide'],
  ),
  ADMINISTRATOR_ALONE: plain(
    ['系统管理员不能兼任其他角色', 'an administrator holds no other role in the area'],
    ['请先结束其他身份，或选择另一个人', 'end the other roles first, or choose another person'],
  ),
  OWN_ADMINISTRATION: plain(
    ['不能对自己执行该操作', 'nobody does this to themselves'],
    ['请由另一位管理员办理', 'let another administrator do it'],
  ),
  PERSON_OF_OTHER_AREAS: plain(
    ['该用户在其他统筹区也有身份', 'the person also acts in another area'],
    ['请改为结束其在本区的身份', 'end the roles in this area instead'],
  ),
  PROPOSAL_OWN: plain(
    ['不能复核自己提出的或涉及自己的申请', 'nobody confirms their own proposal, or one about themselves'],
    ['请由另一位管理员复核', 'let another administrator confirm it'],
  ),
  PROPOSAL_WAITS: plain(
    ['相同的申请正在等待复核', 'the same proposal waits already'],
    ['请由另一位管理员复核', 'let another administrator decide'],
  ),
};

const delegations: RefusalWords = {
  DELEGATION_IN_PAST: plain(
    ['开始日期早于业务日期', 'it begins before the business date'],
    ['请选择今天或以后的日期', 'choose today or a later day'],
  ),
  DELEGATION_ENDS_FIRST: plain(['结束日期早于开始日期', 'it ends before it begins'], ['请调整日期', 'change the days']),
  DELEGATION_TOO_LONG: plain(['委托期限超过 90 天', 'it lasts more than 90 days'], ['请缩短期限', 'make it shorter']),
  DELEGATION_REASON: plain(
    ['请填写委托原因', 'no reason is given'],
    ['请填写 1 到 500 个字符', 'use 1 to 500 characters'],
  ),
  DELEGATION_ONWARD: plain(
    ['受托的身份不能转委托', 'a delegated membership is not handed on'],
    ['请由委托人本人办理', 'let its owner do it'],
  ),
  DELEGATION_ROLE: plain(
    ['该身份不能委托', 'this membership cannot be delegated'],
    ['系统管理员的身份不能委托，也不能受托', 'administrators neither delegate nor stand in'],
  ),
  DELEGATION_STANDS: plain(
    ['该期间已有相同的委托', 'the same delegation stands on some of these days'],
    ['请先撤销原委托或调整日期', 'take it back first, or change the days'],
  ),
};

const systems: RefusalWords = {
  KEY_NAME_LENGTH: plain(
    ['密钥名称长度不符', 'the name of the key is too short or too long'],
    ['请填写 1 到 100 个字符', 'use 1 to 100 characters'],
  ),
  KEY_SCOPES: plain(['请选择授权范围', 'no scope is chosen'], ['请至少选择一项', 'choose at least one']),
  KEY_DAYS: plain(
    ['有效期不符', 'the life of the key is too short or too long'],
    ['有效期为 1 到 366 天', 'use 1 to 366 days'],
  ),
  KEY_ORGANISATION: plain(
    ['该机构不能使用接口密钥', 'this organisation has no systems of its own here'],
    ['接口密钥供医疗机构和企业使用', 'keys are for hospitals and suppliers'],
  ),
  ISSUER_SLUG: plain(
    ['标识格式不正确', 'not a short name'],
    ['2 到 40 个小写字母、数字或连字符', 'use 2 to 40 lower-case letters, digits or hyphens'],
  ),
  ISSUER_SLUG_TAKEN: plain(['标识已被使用', 'the short name is taken'], ['请换一个标识', 'choose another one']),
  ISSUER_NAME: plain(
    ['名称长度不符', 'the name is too short or too long'],
    ['请填写 1 到 100 个字符', 'use 1 to 100 characters'],
  ),
  ISSUER_ADDRESS: plain(['地址不正确', 'not such an address'], ['请填写 https 地址', 'use an https address']),
  ISSUER_CLIENT: plain(
    ['客户端信息不完整', 'the client is not named'],
    ['请填写客户端标识和密钥', 'give the client id and its secret'],
  ),
  LINK_WANTED: plain(
    ['请填写账号标识或邮箱', 'neither a subject nor an e-mail address is given'],
    ['请填写其中一项', 'give one of both'],
  ),
  LINK_TAKEN: plain(
    ['该账号已关联他人', 'the provider knows somebody else by this'],
    ['请核对后重试', 'check it and try again'],
  ),
};

/** Words of every refusal and issue of identity. */
export const identityWords: RefusalWords = { ...door, ...passwords, ...people, ...delegations, ...systems };
