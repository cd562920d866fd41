import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@huiji/kernel';
import { CurrentCaller, mutationResult, Requests, UuidScalar, type Caller, type Tx } from '@huiji/platform';
import { PurchaseService } from '../purchase.service';

@InputType({ description: 'A file of purchases outside the selected products (导入非中选采购).' })
export class NonSelectedPurchasesImportInput {
  @Field(() => UuidScalar, {
    description: 'Made by the client; the same id and input give the same answer (请求编号).',
  })
  requestId!: string;

  @Field(() => UuidScalar, {
    description:
      'CSV or XLSX with hospital, generic_name_zh, purchased_on, reference, quantity (smallest units), amount_yuan (文件编号).',
  })
  fileId!: string;
}

@ObjectType('NonSelectedPurchasesImport', {
  description: 'An import of purchases outside the selected products (非中选采购导入).',
})
export class NonSelectedPurchasesImportType {
  @Field(() => UuidScalar, { description: 'Id (编号).' })
  id!: string;
}

const ImportResult = mutationResult('NonSelectedPurchasesImportResult', () => NonSelectedPurchasesImportType);

@Resolver()
export class PurchaseResolver {
  constructor(
    private readonly requests: Requests,
    private readonly purchases: PurchaseService,
  ) {}

  @Mutation(() => ImportResult, {
    description:
      'Imports purchases of selected generics outside the selected products, all or nothing (导入非中选采购).',
  })
  nonSelectedPurchasesImport(
    @CurrentCaller() caller: Caller,
    @Args('input', { description: 'What is asked (请求内容).' }) wanted: NonSelectedPurchasesImportInput,
  ): Promise<NonSelectedPurchasesImportType | Refusal> {
    const act = (tx: Tx): Promise<Result<string>> => this.purchases.import(tx, caller, wanted.fileId);
    return this.requests.perform(caller, 'nonSelectedPurchasesImport', wanted, act, (_tx, id) =>
      Promise.resolve({ id }),
    );
  }
}
