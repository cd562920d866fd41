import type { Fen, PlainDate, Price } from '@huiji/kernel';

/** States of an order (订单). Closing ends supply; it never lowers what was accepted. */
export const orderStates = ['placed', 'confirmed', 'refused', 'cancelled', 'closed'] as const;
export type OrderState = (typeof orderStates)[number];
export type OrderAction = 'confirm' | 'refuse' | 'cancel' | 'ship' | 'close';

/** What a hospital asks for: whole packs of a product. There is no price in it: the contract has it (A12). */
export interface OrderRequestLine {
  readonly productId: string;
  readonly packs: bigint;
}

/** What the rule must know of a product on the order date. */
export interface OrderableProduct {
  readonly productId: string;
  readonly subContractId: string;
  readonly supplierId: string;
  readonly unitsPerPack: bigint;
  /** The contract's price on the order date. */
  readonly price: Price;
}

export interface OrderLine {
  readonly productId: string;
  readonly subContractId: string;
  /** Smallest units. */
  readonly orderedQuantity: bigint;
  readonly price: Price;
  readonly amount: Fen;
}

export interface ShipmentRequestLine {
  readonly orderLineId: string;
  readonly quantity: bigint;
  readonly batchNumber: string;
  readonly expiresOn: PlainDate;
}

export interface AcceptanceRequestLine {
  readonly shipmentLineId: string;
  readonly accepted: bigint;
  readonly damaged: bigint;
  readonly missing: bigint;
}

/** An order line with what was shipped of it. */
export interface ShippableLine {
  readonly orderLineId: string;
  readonly ordered: bigint;
  readonly shippedBefore: bigint;
}

/** A shipped line that waits for its acceptance, or has it. */
export interface AcceptableLine {
  readonly shipmentLineId: string;
  readonly shipped: bigint;
  readonly shippedOn: PlainDate;
  readonly alreadyAccepted: boolean;
}

/** A shipment line that may go: with what was shipped of its order line before. */
export type ReadShipmentLine = ShipmentRequestLine & { readonly shippedBefore: bigint; readonly ordered: bigint };

export type AcceptanceImportState = 'received' | 'applied' | 'faulty';

/** A file of acceptances and how far it came; hospitalId null: a file of the agency. */
export interface AcceptanceImportView {
  readonly id: string;
  readonly hospitalId: string | null;
  readonly fileId: string;
  readonly acceptanceId: string | null;
  readonly linesRead: bigint;
  readonly linesApplied: bigint;
  readonly faults: bigint;
  readonly state: AcceptanceImportState;
}

/** What is wrong with a row of an imported file. */
export interface ImportFaultView {
  readonly row: number;
  readonly field: string;
  readonly code: string;
  readonly facts: Readonly<Record<string, string>>;
}
