import { reportStates, type ReportAction } from '../model/report.types';
import { reportTransitions } from './report-states';

const actions: readonly ReportAction[] = [
  'upload',
  'read-clean',
  'read-faulty',
  'enter',
  'submit',
  'withdraw',
  'pass',
  'accept',
  'return',
];
const table: Readonly<Record<string, Partial<Record<ReportAction, string>>>> = reportTransitions;

describe('states of a volume report', () => {
  it('A6 only a submitted report is accepted or returned', () => {
    for (const action of ['accept', 'return', 'pass', 'withdraw'] as const)
      expect(reportStates.filter((state) => table[state]?.[action] !== undefined)).toEqual(['submitted']);
  });

  it('A6 an accepted report never changes again', () => {
    expect(Object.keys(reportTransitions.accepted)).toEqual([]);
  });

  it('A5 a faulty sheet cannot be submitted', () => {
    expect(reportStates.filter((state) => table[state]?.submit !== undefined)).toEqual(['draft']);
  });

  it('every transition leads to a state that exists, and every action is used', () => {
    const used = reportStates.flatMap((state) => Object.entries(table[state] ?? {}));
    expect(used.every(([, to]) => reportStates.includes(to as never))).toBe(true);
    expect(new Set(used.map(([action]) => action))).toEqual(new Set(actions));
  });
});
