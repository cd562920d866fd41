import { type Permissions, overseers } from '@huiji/platform';

/** Who may do what in long-term care (长期护理保险). */
export const longTermCarePermissions = {
  applications: overseers,
  application: overseers,
  assessments: { ...overseers, assessor: 'own' },
  assessment: { ...overseers, assessor: 'own' },
  assessors: overseers,
  instruments: { ...overseers, assessor: 'area' },
  applicationSubmit: { 'agency-clerk': 'area' },
  applicationAccept: { 'agency-clerk': 'area' },
  applicationReturn: { 'agency-clerk': 'area' },
  visitAssign: { 'agency-clerk': 'area' },
  sheetSave: { assessor: 'own' },
  sheetSubmit: { assessor: 'own' },
  conclusionSubmit: { assessor: 'own' },
  publicityStart: { 'agency-clerk': 'area' },
  objectionFile: { 'agency-clerk': 'area' },
  objectionDecide: { 'agency-approval': 'area' },
  gradeConfirm: { 'agency-approval': 'area' },
  instrumentConfirm: { 'agency-approval': 'area' },

  careFunnel: overseers,
  carePerson: overseers,
  careMonth: overseers,
  subsidyRuns: overseers,
  subsidyRun: overseers,
  subsidyLines: overseers,
  careModeChoose: { 'agency-clerk': 'area' },
  stopEventRecord: { 'agency-clerk': 'area' },
  subsidyRunCreate: { 'agency-clerk': 'area' },
  subsidyRunDiscard: { 'agency-clerk': 'area' },
} satisfies Permissions;
