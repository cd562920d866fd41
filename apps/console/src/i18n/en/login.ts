import type { Words } from '../words';
import type { zh } from '../zh';

export const login: Words<typeof zh.login> = {
  title: 'Log in',
  choose: 'Which membership will you act in?',
  name: 'Log-in name',
  password: 'Password',
  go: 'Log in',
  demonstration: 'demonstration area',
  headline: 'From the volume report to the payment: one area does its medical-insurance work here.',
  threads: {
    procurement: {
      title: 'Volume-based procurement',
      words: 'Reports, agreed volumes, contracts, orders, receipts; progress in plain sight.',
    },
    care: {
      title: 'Long-term care',
      words: 'Two independent assessors, a grade with its reasons, benefits by the day.',
    },
    savings: { title: 'Retained savings', words: 'Line by line with its formula, exact to the fen.' },
    payment: { title: 'Direct settlement', words: 'Four different people; paid only on the word of the bank.' },
  },
  demoHint: {
    title: 'Demonstration log-ins',
    words: 'This is a demonstration; the launcher prints log-in names and passwords when it starts.',
  },
};
