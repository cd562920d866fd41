import { type Permissions, overseers, workers } from '@huiji/platform';

/** Who may do what across domains (跨业务). */
export const flowsPermissions = {
  areaOverview: { ...workers('area'), hospital: 'organisation', supplier: 'organisation', assessor: 'organisation' },
  demoNotes: { ...workers('area'), administrator: 'area' },
  areaDateAdvance: { 'agency-clerk': 'area' },
  invoiceSubmit: { supplier: 'organisation' },
  savingsYearTakeUp: { 'agency-clerk': 'area' },
  savingsRunHandOver: { 'agency-clerk': 'area' },
  subsidyRunHandOver: { 'agency-clerk': 'area' },
  savingsLineDeliveries: { ...overseers, hospital: 'organisation' },
} satisfies Permissions;
