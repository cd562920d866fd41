import fc from 'fast-check';
import type { Connection } from './connection';
import { Keyset, PAGE_LIMIT } from './keyset';

interface Row {
  readonly day: string;
  readonly id: string;
}

const uuid = (n: number): string => `00000000-0000-7000-8000-${n.toString().padStart(12, '0')}`;

const orders = new Keyset<Row>(
  'orders-by-day',
  [
    { sql: 'o.ordered_on', type: 'date', of: ({ day }) => day },
    { sql: 'o.id', type: 'uuid', of: ({ id }) => id },
  ],
  'desc',
);

describe('pages by key', () => {
  it('begin without a condition and ask for one row more than the page', () => {
    expect(orders.slice({ first: 50 }, 2)).toEqual({
      where: 'true',
      orderBy: 'o.ordered_on desc, o.id desc',
      limit: 51,
      params: [],
    });
  });

  it('go on after a cursor with a row comparison, its placeholders counted from where they are asked', () => {
    const after = orders.encode({ day: '2020-07-01', id: uuid(7) });
    expect(orders.slice({ first: 1, after }, 4)).toEqual({
      where: '(o.ordered_on, o.id) < ($4::date, $5::uuid)',
      orderBy: 'o.ordered_on desc, o.id desc',
      limit: 2,
      params: ['2020-07-01', uuid(7)],
    });
  });

  it.each([0, -1, 201, 1.5, Number.NaN])('are of 1 to 200 rows, not %s', (first) => {
    expect(() => orders.slice({ first }, 1)).toThrow(`within 1…${PAGE_LIMIT.toString()}`);
  });

  const forged = (...parts: unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

  it.each([
    ['garbage', '%%%'],
    ['nothing', ''],
    ['a cursor of another list', forged('payments', '2020-07-01', uuid(1))],
    ['too few values', forged('orders-by-day', '2020-07-01')],
    ['too many values', forged('orders-by-day', '2020-07-01', uuid(1), 'x')],
    ['a value of another kind', forged('orders-by-day', 'yesterday', uuid(1))],
    ['a number', forged('orders-by-day', 20200701, uuid(1))],
    ['SQL', forged('orders-by-day', `2020-07-01'; DROP TABLE x; --`, uuid(1))],
  ])('refuse %s as a cursor', (_, after) => {
    expect(() => orders.slice({ first: 1, after }, 1)).toThrow('"after" is not a cursor of this list');
  });

  it('show every row once, in order, whatever the page size', () => {
    const seed = 20_200_701;
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(9_999), { maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        (numbers, first) => {
          const key = (row: Row): string => `${row.day} ${row.id}`;
          const all = numbers
            .map((n): Row => ({ day: `2020-07-0${((n % 3) + 1).toString()}`, id: uuid(n) }))
            .sort((a, b) => (key(a) < key(b) ? 1 : -1));
          const seen: Row[] = [];
          for (let after: string | null = null; ;) {
            const { params, limit } = orders.slice({ first, after }, 1);
            const bound = params.join(' ');
            const rows = all.filter((row) => bound === '' || key(row) < bound).slice(0, limit);
            const page: Connection<Row> = orders.connection({ first, after }, rows, (row) => row);
            seen.push(...page.edges.map(({ node }) => node));
            if (!page.pageInfo.hasNextPage) break;
            after = page.pageInfo.endCursor;
          }
          expect(seen).toEqual(all);
        },
      ),
      { seed, numRuns: 100 },
    );
  });
});
