export const visits = {
  title: '我的评估',
  lead: '分派给您的上门评估。两位评估员各自作答，双方都提交前互相看不到。',
  answered: '已答 {{done}} / {{all}}',
  blank: '尚未作答',
  points: '{{points}} 分',
} as const;
