/** The shape of a language: the same keys as Chinese, any text. A missing or an extra key fails the type check. */
export type Words<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : Words<Source[Key]>;
};
