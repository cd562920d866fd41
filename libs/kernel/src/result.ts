/** The outcome of an act: a value, or a typed "no". A refusal is a value here and rolls back in `inTransaction`. */
export type Result<T, R = Refusal> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: R };

/** One thing wrong with an input: where it is, what is wrong, and how to mend it. */
export interface FieldIssue {
  /** Dotted path of the input field or the column header of a sheet. */
  readonly field: string;
  /** 1-based row of a sheet or list, where the input has rows. */
  readonly row?: number;
  /** Stable code, SCREAMING_SNAKE. Words are looked up by it. */
  readonly code: string;
  /** Facts that the words need, already printable; never a personal number. */
  readonly facts?: Readonly<Record<string, string>>;
}

/** not-found covers "does not exist" and "not yours": one answer for both. */
export type RefusalKind = 'not-found' | 'input' | 'state' | 'conflict' | 'rule';

/** A "no" of a domain: kind, stable code, facts. Words come from the domain's refusal table. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly code: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly issues: readonly FieldIssue[];
}

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const refuse = (
  kind: RefusalKind,
  code: string,
  facts: Readonly<Record<string, string>> = {},
  issues: readonly FieldIssue[] = [],
): { readonly ok: false; readonly refusal: Refusal } => ({ ok: false, refusal: { kind, code, facts, issues } });

/** The one answer for absent and for foreign. */
export const notFound = (noun: string) => refuse('not-found', 'NOT_FOUND', { noun });

/** Bad input: at least one issue. */
export const badInput = (issues: readonly FieldIssue[]) => refuse('input', 'BAD_INPUT', {}, issues);
