import type { Words } from '../words';
import type { zh } from '../zh';

export const approval: Words<typeof zh.approval> = {
  title: 'Approval',
  none: 'Not in review yet',
  noneWords: 'Once locked, three different people act in turn: first review, re-check, approval.',
  round: 'Round {{number}}',
  made: 'Made and locked by {{person}}',
  steps: { FIRST_REVIEW: 'First review', RECHECK: 'Re-check', APPROVAL: 'Approval' },
  decided: { PASS: '{{step}} passed: {{person}}', RETURN: '{{step}} returned: {{person}}' },
  behalf: '{{person}} (for {{behalf}})',
  withdrawn: 'taken back by its clerk',
  people: '{{people}} wanted',
  days: 'within {{days}} working days',
  due: 'waits for this step',
  machine: 'by the clock',
};
