import { exportTransitions } from './export-states';

describe('X2 a list of personal numbers', () => {
  it('leaves only after somebody approved it, and once', () => {
    expect(exportTransitions.requested).not.toHaveProperty('take');
    expect(exportTransitions.approved).toEqual({ take: 'taken' });
    expect(exportTransitions.taken).toEqual({});
    expect(exportTransitions.refused).toEqual({});
  });
});
