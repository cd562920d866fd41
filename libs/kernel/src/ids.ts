/** A UUID (version 7 when made here); branded by noun: `Id<'contract'>`. */
export type Id<Noun extends string = string> = string & { readonly __noun?: Noun };

/** Six-digit division code of a medical-insurance area (统筹区), the tenant. */
export type AreaCode = string & { readonly __brand: 'AreaCode' };

export const isUuid = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text);
export const areaCode = (text: string): AreaCode => {
  if (!/^[1-9]\d{5}$/.test(text)) throw new Error(`not an area code: ${text}`);
  return text as AreaCode;
};
