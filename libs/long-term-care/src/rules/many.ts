import { badInput, ok, type FieldIssue, type Result } from '@huiji/kernel';

/**
 * The issues of a list of inputs: with their row from 1 where there is more than one.
 * Refuses BAD_INPUT when there is any.
 */
export const checkEach = <Input>(
  inputs: readonly Input[],
  check: (input: Input, index: number) => readonly FieldIssue[],
): Result<void> => {
  const issues = inputs.flatMap((input, index) =>
    check(input, index).map((issue) => (inputs.length > 1 ? { ...issue, row: index + 1 } : issue)),
  );
  return issues.length === 0 ? ok(undefined) : badInput(issues);
};
