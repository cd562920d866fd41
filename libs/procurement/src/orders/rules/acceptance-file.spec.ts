import { readAcceptanceFileLine } from './acceptance-file';

const good = ['S0000012', '3', '2019-05-10', '2800', '0', '0'];
const read = (cells: readonly string[]) => {
  const result = readAcceptanceFileLine(7, cells, new Map());
  return 'shipmentNumber' in result ? 'read' : result.map(({ row, field, code }) => [row, field, code]);
};
const changed = (place: number, text: string) => good.map((cell, index) => (index === place ? text : cell));

describe('a line of a file of acceptances', () => {
  it('X6 has six cells: delivery note, its line, day, accepted, damaged, missing', () => {
    expect(read(good)).toBe('read');
    expect(read(good.slice(1))).toEqual([[7, 'line', 'CELL_COUNT']]);
  });

  it.each([
    ['a foreign delivery note', 0, 'X1', 'shipment_number', 'NOT_A_SHIPMENT_NUMBER'],
    ['a line that is no number', 1, '-1', 'line_number', 'NOT_A_QUANTITY'],
    ['a day that does not exist', 2, '2019-02-29', 'accepted_on', 'NOT_A_DATE'],
    ['another way to write a day', 2, '2019/5/1', 'accepted_on', 'NOT_A_DATE'],
    ['an exponent', 3, '1e309', 'accepted', 'NOT_A_QUANTITY'],
    ['a blank', 4, '', 'damaged', 'NOT_A_QUANTITY'],
    ['a formula', 5, '=1', 'missing', 'NOT_A_QUANTITY'],
    ['more digits than a count has', 3, '1234567890123456', 'accepted', 'NOT_A_QUANTITY'],
  ] as const)('X6 %s is a fault with line and column', (_what, place, text, field, code) => {
    expect(read(changed(place, text))).toEqual([[7, field, code]]);
  });

  it('X6 names every fault of a line at once', () => {
    expect(read(['', 'a', '', 'b', '', '']).length).toBe(6);
  });
});
