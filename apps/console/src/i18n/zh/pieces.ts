export const pieces = {
  product: '惠济',
  productLong: '医保集采 · 结余留用 · 直接结算 · 长期护理',
  yuan: '{{amount}} 元',
  loading: '正在载入……',
  nothing: '暂无',
  none: '无',
  trail: '所在位置',
  rowField: '第 {{row}} 行，{{field}}：',
  refusalCode: '代码 {{code}}',
  again: '重试',
  more: '继续显示',
  shown: '已显示 {{count}} 条',
  cancel: '取消',
  close: '关闭',
  save: '保存',
  open: '打开',
  reasonMissing: '请写明原因，对方会看到这段文字。',
  skip: '跳到正文',
  menu: '菜单',
  language: 'English',
  signOut: '退出登录',
  yes: '是',
  no: '否',
  required: '请填写此项。',
  notNumber: '请填写不小于 0 的整数。',
  notMoney: '请填写金额，最多两位小数，如 1234.50。',
  print: '打印',
  download: '下载',
} as const;

export const faults = {
  network: {
    title: '连不上服务器',
    mend: '请检查网络后重试。刚才的请求带有编号，重试不会重复办理。',
  },
  server: { title: '系统出错，未能办理', mend: '请稍后重试；若仍不行，请把下面的编号告诉管理员。' },
  'signed-out': { title: '登录已过期', mend: '请重新登录，已填写的内容仍保存在本机。' },
  forbidden: { title: '当前角色不能查看此页', mend: '请换用有权限的身份登录，或从左侧菜单选择。' },
  invalid: { title: '请求的格式不对', mend: '请核对填写的内容；若仍不行，请刷新页面。' },
  trace: '编号 {{trace}}',
} as const;

export const upload = {
  choose: '选择文件',
  tooLarge: '文件超过 {{limit}} MiB。请拆分后分别上传。',
} as const;

export const pictures = {
  progress: '进度 {{progress}}',
  progressAndTime: '进度 {{progress}}，序时进度 {{time}}',
  weekdays: '一 二 三 四 五 六 日',
  careMonth: '{{month}} 护理日历',
  waterfall: '结余留用测算：逐步金额',
  gradeTable: '综合等级组合表',
  gradeCorner: '自理能力 ＼ 认知与感知',
  thisCell: '（本次结论）',
} as const;

export const broken = {
  title: '此页出错了',
  words: '页面遇到意外错误，您的数据没有改动。',
  reload: '重新载入',
  noPage: '没有这个页面',
  noPageWords: '地址可能有误，或已经变更。',
} as const;
