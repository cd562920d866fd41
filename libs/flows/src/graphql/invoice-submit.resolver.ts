import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Refusal } from '@huiji/kernel';
import { CurrentCaller, mutationResult, Requests, type Caller, type Tx } from '@huiji/platform';
import { InvoiceType, SettlementReader, SettlementViews } from '@huiji/settlement';
import { InvoiceSubmitFlow, type InvoiceEntry } from '../invoice-submit.flow';
import { InvoiceSubmitInput } from './invoice-submit.input';

const InvoiceSubmitResult = mutationResult('InvoiceSubmitResult', () => InvoiceType);

const entryOf = ({
  requestId: _requestId,
  net,
  tax,
  total,
  code,
  lines,
  ...rest
}: InvoiceSubmitInput): InvoiceEntry => ({
  ...rest,
  ...(code ? { code } : {}),
  netFen: net,
  taxFen: tax,
  totalFen: total,
  lines: lines.map(({ productId, quantity, price, priceUnits, amount }) => ({
    productId,
    quantity,
    priceFen: price,
    pricePer: priceUnits,
    amountFen: amount,
  })),
});

@Resolver(() => InvoiceType)
export class InvoiceSubmitResolver {
  constructor(
    private readonly requests: Requests,
    private readonly flow: InvoiceSubmitFlow,
    private readonly reader: SettlementReader,
    private readonly views: SettlementViews,
  ) {}

  @Mutation(() => InvoiceSubmitResult, {
    description: 'The supplier enters an invoice; it must fit what hospitals accepted from it (企业录入发票).',
  })
  invoiceSubmit(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => InvoiceSubmitInput, description: 'The invoice (发票).' }) input: InvoiceSubmitInput,
  ): Promise<InvoiceType | Refusal> {
    const act = (tx: Tx) => this.flow.submit(tx, caller, entryOf(input));
    return this.requests.perform(caller, 'invoiceSubmit', input, act, (tx, id) => this.shown(tx, caller, id));
  }

  private async shown(tx: Tx, caller: Caller, id: string): Promise<InvoiceType | undefined> {
    const invoice = await this.reader.invoice(tx, caller, id);
    return invoice && (await this.views.invoices(tx, [invoice]))[0];
  }
}
