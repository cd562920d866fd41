/** SQL of an id (UUIDv8) made of a base id and a number: the same set gets the same ids, and they sort with the base. */
export const derivedId = (base: string, n: string): string => {
  const hash = `md5(${base}::text || ':' || ${n})`;
  return `(left(replace(${base}::text, '-', ''), 12) || '8' || substr(${hash}, 1, 3) || 'a' || substr(${hash}, 4, 15))::uuid`;
};
