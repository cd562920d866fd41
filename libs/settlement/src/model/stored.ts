import type { Fen, PlainDate } from '@huiji/kernel';

import type { BatchState } from './batch';
import type { InvoiceState } from './invoice';
import type { HoldReason, PayableKind, PayableState, PayeeType } from './payable';
import type { PaymentState } from './payment';

/** An invoice as it is stored; amounts in fen. */
export interface StoredInvoice {
  readonly id: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly code: string | null;
  readonly number: string;
  readonly issuedOn: PlainDate;
  readonly netFen: Fen;
  readonly taxFen: Fen;
  readonly totalFen: Fen;
  readonly state: InvoiceState;
  readonly registeredOn: PlainDate;
  readonly dueDate: PlainDate;
  readonly dueByDays: PlainDate;
  readonly dueByMonthEnd: PlainDate;
  readonly dueProvisional: boolean;
  readonly decidedOn: PlainDate | null;
  readonly decisionReason: string | null;
}

/** A line of an invoice as it is stored. */
export interface StoredInvoiceLine {
  readonly lineNo: number;
  readonly productId: string;
  readonly quantity: bigint;
  readonly priceFen: Fen;
  readonly pricePer: bigint;
  readonly amountFen: Fen;
}

/** A payable as it is stored; the amount in fen. */
export interface StoredPayable {
  readonly id: string;
  readonly kind: PayableKind;
  readonly sourceId: string;
  readonly payeeType: PayeeType;
  readonly payeeId: string;
  readonly debitOwnerId: string | null;
  readonly amountFen: Fen;
  readonly dueDate: PlainDate;
  readonly state: PayableState;
  readonly openedOn: PlainDate;
  /** Why and since when it is on hold; null while it is not. */
  readonly heldReason: HoldReason | null;
  readonly heldSince: PlainDate | null;
}

/** A payment as it is stored; the amount in fen. */
export interface StoredPayment {
  readonly id: string;
  readonly batchId: string;
  readonly lineNo: bigint;
  readonly payableId: string;
  readonly attempt: number;
  readonly previousPaymentId: string | null;
  readonly amountFen: Fen;
  readonly payeeType: 'organisation' | 'person';
  readonly payeeId: string;
  readonly payeeAccountId: string | null;
  readonly holderName: string | null;
  readonly accountMasked: string | null;
  readonly cnaps: string | null;
  readonly state: PaymentState;
  readonly instructionId: string | null;
  readonly releasedOn: PlainDate | null;
  readonly sentOn: PlainDate | null;
  readonly acceptedOn: PlainDate | null;
  readonly decidedOn: PlainDate | null;
  readonly heardAt: Date | null;
  readonly heardOn: PlainDate | null;
  readonly statusCode: string | null;
  readonly reasonCode: string | null;
  readonly reasonText: string | null;
  readonly bookedEntry: string | null;
  readonly returnedEntry: string | null;
}

/** A batch as it is stored; the sum in fen. */
export interface StoredBatch {
  readonly id: string;
  readonly year: number;
  readonly number: bigint;
  readonly state: BatchState;
  readonly version: number;
  readonly madeBy: string;
  readonly madeOn: PlainDate;
  readonly lockedOn: PlainDate | null;
  readonly lineCount: bigint | null;
  readonly sumFen: Fen | null;
  readonly sealSha256: string | null;
  readonly reviewedOn: PlainDate | null;
  readonly releasedOn: PlainDate | null;
  readonly releasedAt: Date | null;
  readonly messageId: string | null;
  readonly sentOn: PlainDate | null;
  readonly settledOn: PlainDate | null;
}

/** How many lines of a batch stand in one state, and what they come to. */
export interface StateSum {
  readonly state: PaymentState;
  readonly count: bigint;
  readonly sumFen: Fen;
}

/** News of the bank that moved nothing and waits for a person. */
export interface StoredException {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly fileName: string;
  readonly messageId: string;
  readonly instructionId: string | null;
  readonly paymentId: string | null;
  readonly statusCode: string | null;
  readonly reasonText: string | null;
  readonly amountFen: Fen | null;
  readonly bookedOn: PlainDate | null;
  readonly readOn: PlainDate;
}
