import { Args, Query, Resolver } from '@nestjs/graphql';
import { CurrentCaller, Database, type Caller } from '@huiji/platform';
import type { ProgressSheetView } from '../progress.reader';
import { ProgressReader } from '../progress.reader';
import { ProgressArgs, ProgressSheetType } from './progress.types';

@Resolver()
export class ProgressResolver {
  constructor(
    private readonly database: Database,
    private readonly reader: ProgressReader,
  ) {}

  @Query(() => ProgressSheetType, {
    nullable: true,
    description:
      'Progress of an agreement year (完成进度); null: not found. A hospital and a supplier see their own contracts.',
  })
  progress(@CurrentCaller() caller: Caller, @Args() args: ProgressArgs): Promise<ProgressSheetView | undefined> {
    const question = { ...args, asOf: args.asOf ?? null, hospitalId: args.hospitalId ?? null };
    return this.database.read(caller.scope, (tx) => this.reader.sheet(tx, caller, question));
  }
}
