import type { Words } from '../words';
import type { zh } from '../zh';

export const visits: Words<typeof zh.visits> = {
  title: 'My visits',
  lead: 'Visits given to you. Two assessors answer on their own; neither sees the other until both are in.',
  answered: '{{done}} of {{all}} answered',
  blank: 'not answered yet',
  points: '{{points}} points',
};
