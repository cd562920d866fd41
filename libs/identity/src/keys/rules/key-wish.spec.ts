import { keyScopes, operationsOf, scopeOperations } from '../model/key-scopes';
import { keyIssues } from './key-wish';

describe('a wished key', () => {
  const good = { name: '医院信息系统', scopes: ['orders:read'], days: 90 } as const;
  const codes = (change: object): readonly string[] => keyIssues({ ...good, ...change }).map(({ code }) => code);

  it('has a name, at least one scope, and an end within a year', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ name: ' ' })).toEqual(['KEY_NAME_LENGTH']);
    expect(codes({ name: '长'.repeat(101) })).toEqual(['KEY_NAME_LENGTH']);
    expect(codes({ scopes: [] })).toEqual(['KEY_SCOPES']);
    expect(codes({ days: 0 })).toEqual(['KEY_DAYS']);
    expect(codes({ days: 367 })).toEqual(['KEY_DAYS']);
    expect(codes({ days: 366 })).toEqual([]);
  });

  it('opens the operations of its scopes, and those only', () => {
    expect([...operationsOf(['files'])]).toEqual(['me', 'files']);
    expect(operationsOf(keyScopes).has('batchReview')).toBe(false);
    for (const operations of Object.values(scopeOperations)) expect(operations.length).toBeGreaterThan(0);
  });
});
