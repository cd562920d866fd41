import { readInvoiceNumber } from './invoice-number';

const codes = (number: string, code?: string): readonly string[] => {
  const read = readInvoiceNumber(number, code);
  return read.ok ? [] : read.refusal.issues.map((issue) => issue.code);
};

describe('C2 the number of an invoice', () => {
  it('is twenty digits for a digital invoice, which has no code', () => {
    expect(readInvoiceNumber('24512000000012345678')).toMatchObject({
      ok: true,
      value: { kind: 'digital', key: 'D:24512000000012345678' },
    });
    expect(codes('24512000000012345678', '051002000104')).toEqual(['INVOICE_CODE_NOT_EXPECTED']);
  });

  it.each(['0510020001', '051002000104'])('is code %s with eight digits for an older one', (code) => {
    expect(readInvoiceNumber('12345678', code)).toMatchObject({ ok: true, value: { key: `C:${code}:12345678` } });
  });

  it.each([
    ['', undefined, ['INVOICE_NUMBER_FORM']],
    ['1234567', '0510020001', ['INVOICE_NUMBER_FORM']],
    ['12345678', undefined, ['INVOICE_CODE_FORM']],
    ['12345678', '', ['INVOICE_CODE_FORM']],
    ['12345678', '05100200010', ['INVOICE_CODE_FORM']],
    ['1234567A', '05100200X1', ['INVOICE_NUMBER_FORM', 'INVOICE_CODE_FORM']],
    ['245120000000123456789', undefined, ['INVOICE_NUMBER_FORM']],
    ['١٢٣٤٥٦٧٨', '0510020001', ['INVOICE_NUMBER_FORM']],
  ])('refuses %s with code %s', (number, code, expected) => {
    expect(codes(number, code)).toEqual(expected);
  });
});
