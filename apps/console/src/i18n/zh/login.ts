export const login = {
  title: '登录',
  choose: '选择本次使用的身份',
  name: '用户名',
  password: '密码',
  go: '登录',
  demonstration: '演示统筹区',
  headline: '从报量到付款，一个统筹区的医保业务在这里办完。',
  threads: {
    procurement: { title: '带量采购', words: '报量、约定采购量、协议、订单、验收，进度一目了然。' },
    care: { title: '长期护理保险', words: '两人独立评估，等级有据可查，待遇按日计算。' },
    savings: { title: '结余留用', words: '逐行列式，精确到分，医院看得懂每一笔。' },
    payment: { title: '直接结算', words: '经办、初审、复核、审批四人分离，银行回单落地为准。' },
  },
  demoHint: {
    title: '演示登录名',
    words: '此处为演示环境，启动程序时会打印登录名与密码。',
  },
} as const;
