import type { FieldIssue, Refusal, RefusalKind } from '@huiji/kernel';
import { Field, Int, InterfaceType, ObjectType, type FieldMiddleware } from '@nestjs/graphql';
import type { GraphqlContext } from './context';

type Facts = Readonly<Record<string, string>>;

/** A field whose value is the words of the code that stands beside it, in the caller's language. */
const words =
  (say: (source: { code: string; facts?: Facts }, context: GraphqlContext) => string): FieldMiddleware =>
  ({ source, context }) =>
    say(source as { code: string; facts?: Facts }, context as GraphqlContext);

const message = words(({ code, facts }, { words: table, language }) => table.message(code, facts ?? {}, language));
const mend = words(({ code }, { words: table, language }) => table.mend(code, language));
const factList: FieldMiddleware = ({ source }) =>
  Object.entries((source as Refusal).facts).map(([name, value]) => ({ name, value }));

@InterfaceType('Refusal', {
  description: 'A typed "no" (拒绝): nothing was changed, and the same request may be sent again once it is mended.',
  resolveType: (value: Refusal) => refusalTypeName[value.kind],
})
export abstract class RefusalInterface {
  @Field(() => String, { description: 'Stable code (代码) in SCREAMING_SNAKE, for programs.' })
  code!: string;

  @Field(() => String, {
    description: 'What is wrong (原因), in the language of Accept-Language.',
    middleware: [message],
  })
  message!: string;

  @Field(() => String, {
    description: 'What to do about it (处理办法), in the language of Accept-Language.',
    middleware: [mend],
  })
  mend!: string;
}

@ObjectType('RefusalFact', { description: 'One fact behind a refusal (依据).' })
export class RefusalFactType {
  @Field(() => String, { description: 'Name of the fact (名称).' })
  name!: string;

  @Field(() => String, { description: 'The fact, printable (内容).' })
  value!: string;
}

@ObjectType('FieldIssue', {
  description: 'One fault of an input (填写问题): where it is, what is wrong, how to mend it.',
})
export class FieldIssueType implements Omit<FieldIssue, 'row' | 'facts'> {
  @Field(() => String, { description: 'Path of the input field, or the column header of a sheet (字段).' })
  field!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Row of a sheet or list, from 1 (行号); null where there are no rows.',
  })
  row?: number;

  @Field(() => String, { description: 'Stable code (代码) of the fault.' })
  code!: string;

  @Field(() => String, { description: 'What is wrong (原因).', middleware: [message] })
  message!: string;

  @Field(() => String, { description: 'What to do about it (处理办法).', middleware: [mend] })
  mend!: string;
}

@ObjectType('NotFoundRefusal', {
  implements: () => RefusalInterface,
  description: "Absent, or not the caller's (未找到): one answer for both.",
})
export class NotFoundRefusalType extends RefusalInterface {}

@ObjectType('InputRefusal', { implements: () => RefusalInterface, description: 'The input has faults (填写有误).' })
export class InputRefusalType extends RefusalInterface {
  @Field(() => [FieldIssueType], { description: 'Every fault found, in the order of fields and rows (问题清单).' })
  issues!: FieldIssueType[];
}

@ObjectType('StateRefusal', {
  implements: () => RefusalInterface,
  description: 'The state of the thing does not allow the act (状态不符).',
})
export class StateRefusalType extends RefusalInterface {
  @Field(() => [RefusalFactType], { description: 'The facts behind it (依据).', middleware: [factList] })
  facts!: RefusalFactType[];
}

@ObjectType('ConflictRefusal', {
  implements: () => RefusalInterface,
  description: 'Somebody was first, or it exists already (冲突).',
})
export class ConflictRefusalType extends RefusalInterface {
  @Field(() => [RefusalFactType], { description: 'The facts behind it (依据).', middleware: [factList] })
  facts!: RefusalFactType[];
}

@ObjectType('RuleRefusal', {
  implements: () => RefusalInterface,
  description: 'A rule of the domain says no (违反规则).',
})
export class RuleRefusalType extends RefusalInterface {
  @Field(() => [RefusalFactType], { description: 'The facts behind it (依据).', middleware: [factList] })
  facts!: RefusalFactType[];
}

export const refusalTypeName: Readonly<Record<RefusalKind, string>> = {
  'not-found': 'NotFoundRefusal',
  input: 'InputRefusal',
  state: 'StateRefusal',
  conflict: 'ConflictRefusal',
  rule: 'RuleRefusal',
};

export const refusalTypes = [
  NotFoundRefusalType,
  InputRefusalType,
  StateRefusalType,
  ConflictRefusalType,
  RuleRefusalType,
] as const;

/** Whether a value is a refusal of the kernel: kind, code, facts and issues. */
export const isRefusal = (value: object): value is Refusal =>
  'kind' in value &&
  'code' in value &&
  'facts' in value &&
  'issues' in value &&
  typeof value.kind === 'string' &&
  value.kind in refusalTypeName;
