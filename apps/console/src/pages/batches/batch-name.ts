/** A batch's name: year and running number. */
export const batchName = (batch: { readonly year: number; readonly number: string }): string =>
  `${batch.year.toString()}-${batch.number.padStart(4, '0')}`;
