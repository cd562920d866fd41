import { parsePlainDate, type FieldIssue } from '@huiji/kernel';

/** The columns of a file of acceptances, in this order; the first line of the file names them. */
export const acceptanceFileColumns = [
  'shipment_number',
  'line_number',
  'accepted_on',
  'accepted',
  'damaged',
  'missing',
] as const;

/** One line that has the right form; whether it is true the database decides. Quantities are smallest units. */
export interface AcceptanceFileLine {
  readonly shipmentNumber: string;
  readonly lineNumber: string;
  readonly acceptedOn: string;
  readonly accepted: string;
  readonly damaged: string;
  readonly missing: string;
}

const ZERO = 48;
const NINE = 57;

/** Digits only, at most `max` of them: quicker than a pattern over a million lines. */
const isDigits = (text: string, max: number): boolean => {
  if (text.length === 0 || text.length > max) return false;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < ZERO || unit > NINE) return false;
  }
  return true;
};

const isShipmentNumber = (text: string): boolean =>
  text.startsWith('S') && text.length >= 8 && isDigits(text.slice(1), 18);

const isDay = (text: string, known: Map<string, boolean>): boolean => {
  const before = known.get(text);
  if (before !== undefined) return before;
  const day = parsePlainDate(text).ok;
  if (known.size < 10_000) known.set(text, day);
  return day;
};

const faultOf = (row: number, field: string, code: string, text: string): FieldIssue => ({
  field,
  row,
  code,
  facts: { text: text.slice(0, 40) },
});

/**
 * Reads the cells of one line (row: 1-based line of the file). Answers the line, or every fault of its form:
 * a blank or foreign cell is named with its column. `days` remembers the days that were checked before.
 */
export const readAcceptanceFileLine = (
  row: number,
  cells: readonly string[],
  days: Map<string, boolean>,
): AcceptanceFileLine | readonly FieldIssue[] => {
  const [shipmentNumber = '', lineNumber = '', acceptedOn = '', accepted = '', damaged = '', missing = ''] = cells;
  if (
    cells.length === acceptanceFileColumns.length &&
    isShipmentNumber(shipmentNumber) &&
    isDigits(lineNumber, 6) &&
    isDay(acceptedOn, days) &&
    isDigits(accepted, 15) &&
    isDigits(damaged, 15) &&
    isDigits(missing, 15)
  )
    return { shipmentNumber, lineNumber, acceptedOn, accepted, damaged, missing };
  if (cells.length !== acceptanceFileColumns.length) return [faultOf(row, 'line', 'CELL_COUNT', `${cells.length}`)];
  return [
    ...(isShipmentNumber(shipmentNumber)
      ? []
      : [faultOf(row, 'shipment_number', 'NOT_A_SHIPMENT_NUMBER', shipmentNumber)]),
    ...(isDigits(lineNumber, 6) ? [] : [faultOf(row, 'line_number', 'NOT_A_QUANTITY', lineNumber)]),
    ...(isDay(acceptedOn, days) ? [] : [faultOf(row, 'accepted_on', 'NOT_A_DATE', acceptedOn)]),
    ...(isDigits(accepted, 15) ? [] : [faultOf(row, 'accepted', 'NOT_A_QUANTITY', accepted)]),
    ...(isDigits(damaged, 15) ? [] : [faultOf(row, 'damaged', 'NOT_A_QUANTITY', damaged)]),
    ...(isDigits(missing, 15) ? [] : [faultOf(row, 'missing', 'NOT_A_QUANTITY', missing)]),
  ];
};
