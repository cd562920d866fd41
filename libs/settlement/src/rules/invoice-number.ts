import { badInput, ok, type FieldIssue, type Result } from '@huiji/kernel';

/** An invoice number with one text per invoice: unique for its seller. */
export interface InvoiceNumber {
  readonly kind: 'digital' | 'code-and-number';
  /** "D:<20 digits>" or "C:<code>:<8 digits>". */
  readonly key: string;
}

/**
 * Reads an invoice number: a digital invoice (数电票) has 20 digits and no code; an older one has a code of 10 or 12
 * digits and a number of 8. Refuses with BAD_INPUT: INVOICE_NUMBER_FORM, INVOICE_CODE_FORM, INVOICE_CODE_NOT_EXPECTED.
 */
export const readInvoiceNumber = (number: string, code?: string): Result<InvoiceNumber> => {
  const codeGiven = code !== undefined && code !== '';
  if (/^\d{20}$/.test(number))
    return codeGiven
      ? badInput([{ field: 'code', code: 'INVOICE_CODE_NOT_EXPECTED' }])
      : ok({ kind: 'digital', key: `D:${number}` });
  const issues: FieldIssue[] = [];
  if (!/^\d{8}$/.test(number)) issues.push({ field: 'number', code: 'INVOICE_NUMBER_FORM' });
  if (codeGiven || issues.length === 0) {
    if (!/^(\d{10}|\d{12})$/.test(code ?? '')) issues.push({ field: 'code', code: 'INVOICE_CODE_FORM' });
  }
  return issues.length > 0 ? badInput(issues) : ok({ kind: 'code-and-number', key: `C:${code}:${number}` });
};
