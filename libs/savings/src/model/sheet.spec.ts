import { sheetTransitions } from './sheet';

describe('the states of a sheet', () => {
  it('B7 a hospital confirms or objects only while the sheet is open', () => {
    const answering = Object.entries(sheetTransitions).filter(([, next]) => 'confirm' in next || 'object' in next);
    expect(answering.map(([state]) => state)).toEqual(['open']);
  });

  it('a confirmed sheet is never recalculated, and one handed over never moves again', () => {
    expect(Object.keys(sheetTransitions.confirmed)).toEqual(['hand-over']);
    expect(Object.keys(sheetTransitions['handed-over'])).toEqual([]);
  });
});
