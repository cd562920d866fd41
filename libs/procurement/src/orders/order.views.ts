import type { Organisation, Product } from '@huiji/catalog';
import type { Fen, PlainDate } from '@huiji/kernel';
import type { PriceView } from '../rounds/round.views';
import type { OrderState } from './model/order.types';

export interface OrderLineView {
  readonly id: string;
  readonly lineNumber: number;
  readonly product: Product;
  readonly ordered: bigint;
  readonly shipped: bigint;
  readonly accepted: bigint;
  readonly price: PriceView;
  readonly amount: Fen;
}

export interface OrderView {
  readonly id: string;
  readonly number: string;
  readonly hospital: Organisation;
  readonly supplier: Organisation;
  readonly orderedOn: PlainDate;
  readonly state: OrderState;
  readonly amount: Fen;
  readonly lines: readonly OrderLineView[];
}

export interface AcceptanceLineView {
  readonly id: string;
  readonly acceptedOn: PlainDate;
  readonly hospital: Organisation;
  readonly supplier: Organisation;
  readonly product: Product;
  readonly orderNumber: string;
  readonly shipmentNumber: string;
  readonly batchNumber: string;
  readonly accepted: bigint;
  readonly damaged: bigint;
  readonly missing: bigint;
  readonly returned: bigint;
  readonly price: PriceView;
  readonly amount: Fen;
}

export interface ShipmentLineView {
  readonly id: string;
  readonly lineNumber: number;
  readonly orderLineId: string;
  readonly product: Product;
  readonly quantity: bigint;
  readonly batchNumber: string;
  readonly expiresOn: PlainDate;
  /** Null while it waits to be accepted. */
  readonly acceptance: {
    readonly id: string;
    readonly acceptedOn: PlainDate;
    readonly accepted: bigint;
    readonly damaged: bigint;
    readonly missing: bigint;
  } | null;
}

export interface ShipmentView {
  readonly id: string;
  readonly number: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly hospital: Organisation;
  readonly supplier: Organisation;
  readonly shippedOn: PlainDate;
  readonly lines: readonly ShipmentLineView[];
}
