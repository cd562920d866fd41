import type { Words } from '../words';
import type { zh } from '../zh';

export const pieces: Words<typeof zh.pieces> = {
  product: 'Huiji',
  productLong: 'Volume-based procurement · retained savings · direct settlement · long-term care',
  yuan: 'CNY {{amount}}',
  loading: 'Loading…',
  nothing: 'None',
  none: 'none',
  trail: 'Where you are',
  rowField: 'Row {{row}}, {{field}}:',
  refusalCode: 'Code {{code}}',
  again: 'Try again',
  more: 'Show more',
  shown: '{{count}} shown',
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  open: 'Open',
  reasonMissing: 'Please give a reason; the other side will read it.',
  skip: 'Skip to content',
  menu: 'Menu',
  language: '中文',
  signOut: 'Sign out',
  yes: 'Yes',
  no: 'No',
  required: 'Please fill this in.',
  notNumber: 'Please enter a whole number, 0 or more.',
  notMoney: 'Please enter an amount with at most two decimals, such as 1234.50.',
  print: 'Print',
  download: 'Download',
};

export const faults: Words<typeof zh.faults> = {
  network: {
    title: 'The server cannot be reached',
    mend: 'Check the network and try again. The request carries a number, so sending it twice does it once.',
  },
  server: {
    title: 'Something broke on our side; nothing was done',
    mend: 'Try again later; if it stays, give the number below to the administrator.',
  },
  'signed-out': {
    title: 'Your log-in has expired',
    mend: 'Please log in again; what you typed is kept on this machine.',
  },
  forbidden: {
    title: 'Your role does not show this page',
    mend: 'Log in with a role that may see it, or choose from the menu.',
  },
  invalid: { title: 'The request has the wrong form', mend: 'Check what you typed; if it stays, reload the page.' },
  trace: 'Number {{trace}}',
};

export const upload: Words<typeof zh.upload> = {
  choose: 'Choose a file',
  tooLarge: 'The file is larger than {{limit}} MiB. Please split it and send the parts.',
};

export const pictures: Words<typeof zh.pictures> = {
  progress: 'Progress {{progress}}',
  progressAndTime: 'Progress {{progress}}, time progress {{time}}',
  weekdays: 'Mo Tu We Th Fr Sa Su',
  careMonth: 'Care calendar of {{month}}',
  waterfall: 'Retained savings step by step',
  gradeTable: 'Combination table of grades',
  gradeCorner: 'Self-care \\ cognition and perception',
  thisCell: '(this conclusion)',
};

export const broken: Words<typeof zh.broken> = {
  title: 'This page broke',
  words: 'Something unexpected happened; your data did not change.',
  reload: 'Load again',
  noPage: 'There is no such page',
  noPageWords: 'The address may be wrong or may have changed.',
};
