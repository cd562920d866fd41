import type { RefusalWords } from '../words';
import { kernelWords } from './kernel-words';
import { actWords, stateWords, wordOfKey } from './state-words';

const fact = (facts: Readonly<Record<string, string>>, name: string): string => facts[name] ?? '';

/** Words of the refusals that the kernel and the platform themselves give. */
export const platformWords: RefusalWords = {
  ...kernelWords,
  NOT_FOUND: {
    zh: () => '没有找到，或不属于您',
    en: () => 'not found, or not yours',
    mend: { zh: '请核对编号和登录身份', en: 'check the id and the membership you are logged in with' },
  },
  BAD_INPUT: {
    zh: () => '填写有误',
    en: () => 'the input has faults',
    mend: { zh: '请按各项提示修改后重新提交', en: 'mend each field named below and send it again' },
  },
  WRONG_STATE: {
    zh: ({ state, action }) => `当前为“${wordOfKey(stateWords, state)}”，不能${wordOfKey(actWords, action)}`,
    en: (facts) => `not possible in the state ${fact(facts, 'state')}: ${fact(facts, 'action')}`,
    mend: { zh: '请刷新后查看当前状态', en: 'read it again and see what its state allows' },
  },
  STATE_CHANGED: {
    zh: (facts) => `状态已被他人更改：${fact(facts, 'changes')}`,
    en: (facts) => `somebody else was first; the state has changed: ${fact(facts, 'changes')}`,
    mend: { zh: '请刷新后再试', en: 'read it again, then decide anew' },
  },
  STALE_VERSION: {
    zh: (facts) =>
      `您看到的是第 ${fact(facts, 'yours')} 版，现在是第 ${fact(facts, 'current')} 版：${fact(facts, 'changes')}`,
    en: (facts) =>
      `you read version ${fact(facts, 'yours')}, now it is ${fact(facts, 'current')}: ${fact(facts, 'changes')}`,
    mend: { zh: '请刷新查看他人的修改后再保存', en: 'read it again, see what others changed, then save' },
  },
  REQUEST_REUSED: {
    zh: () => '同一请求编号对应了不同的内容',
    en: () => 'this request id was used with another input',
    mend: { zh: '请使用新的请求编号重新提交', en: 'send it with a new request id' },
  },
  FILE_EMPTY: {
    zh: () => '文件是空的',
    en: () => 'the file is empty',
    mend: { zh: '请选择有内容的文件', en: 'choose a file with content' },
  },
  FILE_TOO_LARGE: {
    zh: (facts) => `文件超过 ${fact(facts, 'limit')} MiB`,
    en: (facts) => `the file is larger than ${fact(facts, 'limit')} MiB`,
    mend: { zh: '请拆分后分次上传', en: 'split it and upload the parts' },
  },
  FILE_TYPE_NOT_TAKEN: {
    zh: (facts) => `不接受这种文件：${fact(facts, 'ending')}`,
    en: (facts) => `files of this kind are not taken: ${fact(facts, 'ending')}`,
    mend: {
      zh: '请上传 csv、txt、xml、xlsx、gz、pdf、png 或 jpg 文件',
      en: 'send a csv, txt, xml, xlsx, gz, pdf, png or jpg file',
    },
  },
  FILE_TYPE_DIFFERS: {
    zh: (facts) => `文件内容与扩展名不符：${fact(facts, 'ending')}`,
    en: (facts) => `the content of the file is not what its name says: ${fact(facts, 'ending')}`,
    mend: { zh: '请用原程序另存为该格式后再上传', en: 'save it in that format with the program it comes from' },
  },
  UPLOADS_BUSY: {
    zh: () => '正在接收的文件过多',
    en: () => 'too many files are coming in at this moment',
    mend: { zh: '请稍后再试', en: 'try again in a moment' },
  },
  FILE_MISSING: {
    zh: () => '请求中没有文件',
    en: () => 'no file came with the request',
    mend: { zh: '请以 multipart/form-data 上传一个文件', en: 'send one file as multipart/form-data' },
  },
  UPLOAD_NOT_FOR_ROLE: {
    zh: () => '当前角色没有需要上传文件的业务',
    en: () => 'your role has no work for which a file is sent',
    mend: { zh: '请由经办人或医疗机构上传', en: 'let the clerk or the hospital send it' },
  },
  SESSION_OVER: {
    zh: () => '登录已失效',
    en: () => 'this log-in is over',
    mend: { zh: '请重新登录', en: 'log in again' },
  },
  UNAUTHENTICATED: {
    zh: () => '请先登录',
    en: () => 'log in first',
    mend: { zh: '请登录或刷新令牌', en: 'log in, or refresh the access token' },
  },
};
