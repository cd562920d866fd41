/**
 * SQL of an id (UUIDv8) made of a base id and a number from 0 to 2^32 - 1, both SQL expressions: the time and the
 * random bits of the base, then the number. The same base gives the same ids; they sort by number, so that the
 * indexes of a bulk load grow at their end. The base is an id made for this purpose and used for nothing else.
 */
export const derivedId = (base: string, number: string): string => {
  const digits = `replace(${base}::text, '-', '')`;
  return `(left(${digits}, 12) || '8' || substr(${digits}, 14, 11) || lpad(to_hex(${number}), 8, '0'))::uuid`;
};
