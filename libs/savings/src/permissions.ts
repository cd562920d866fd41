import { type Permissions, overseers, reviewers } from '@huiji/platform';

/** Who may do what with retained savings (结余留用). */
export const savingsPermissions = {
  savingsPolicies: { ...overseers, hospital: 'area' },
  savingsYears: overseers,
  savingsSheets: { ...overseers, hospital: 'organisation' },
  savingsSheet: { ...overseers, hospital: 'organisation' },
  savingsPolicyDraft: { 'agency-clerk': 'area' },
  savingsPolicyPutInForce: reviewers,
  savingsBaselineSet: { 'agency-clerk': 'area' },
  savingsScoreSet: { 'agency-clerk': 'area' },
  savingsRunCreate: { 'agency-clerk': 'area' },
  savingsSheetConfirm: { hospital: 'organisation' },
  savingsSheetObject: { hospital: 'organisation' },
  savingsSheetAnswer: { 'agency-clerk': 'area' },
} satisfies Permissions;
