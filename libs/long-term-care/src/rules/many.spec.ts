import { checkEach } from './many';

const issue = (n: number) => (n < 0 ? [{ field: 'n', code: 'NEGATIVE' }] : []);

describe('checking a list', () => {
  it('names the row, from 1, when there is more than one', () => {
    expect(checkEach([1, -1, 2, -2], issue)).toMatchObject({
      refusal: {
        code: 'BAD_INPUT',
        issues: [
          { row: 2, code: 'NEGATIVE' },
          { row: 4, code: 'NEGATIVE' },
        ],
      },
    });
  });

  it('names no row when there is one, and passes what is in order', () => {
    expect(checkEach([-1], issue)).toMatchObject({ refusal: { issues: [{ field: 'n', code: 'NEGATIVE' }] } });
    expect(checkEach([1, 2], issue)).toEqual({ ok: true, value: undefined });
  });
});
