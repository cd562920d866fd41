import { parseYuan, type FieldIssue } from '@huiji/kernel';
import type { AwardSupplement } from '../model/award.types';
import { isProductCode } from './award-rows';

const isPrice = (text: string): boolean => {
  const amount = parseYuan(text);
  return amount.ok && amount.value > 0n;
};

/** What is wrong with the figures that fill an award table (A8): each names a product once, with a note and true figures. */
export const supplementIssues = (supplements: readonly AwardSupplement[]): readonly FieldIssue[] =>
  supplements.flatMap(({ note, productCode, packPriceYuan }, index) => {
    const row = index + 1;
    const first = supplements.findIndex((other) => other.productCode === productCode);
    const issue = (field: string, code: string, facts: Readonly<Record<string, string>>): FieldIssue => ({
      field: `supplements.${field}`,
      row,
      code,
      facts,
    });
    return [
      ...(note.trim() === '' || note.length > 500 ? [issue('note', 'TEXT_LENGTH', { max: '500' })] : []),
      ...(isProductCode(productCode)
        ? []
        : [issue('productCode', 'NOT_A_PRODUCT_CODE', { text: productCode.slice(0, 40) })]),
      ...(first === index ? [] : [issue('productCode', 'DUPLICATE_LINE', { firstRow: `${first + 1}` })]),
      ...(packPriceYuan === undefined || isPrice(packPriceYuan)
        ? []
        : [issue('packPrice', 'NOT_A_PRICE', { text: packPriceYuan.slice(0, 40) })]),
    ];
  });
