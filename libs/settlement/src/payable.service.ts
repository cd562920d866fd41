import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@huiji/kernel';
import { LedgerService } from '@huiji/ledger';
import type { Tx } from '@huiji/platform';

import type { PayableDraft, PayableHold } from './model/payable';
import { PayableRepository } from './persistence/payable.repository';
import { obligationsOf } from './persistence/payable.sql';

/** What opening a set of payables did. */
export interface PayablesOpened {
  /** How many were new; documents that had theirs already are left as they were. */
  readonly opened: bigint;
}

/**
 * Where all ways to be paid meet: a payable and its obligation in the ledger, in one transaction.
 * Postings (domain law §6): supplier's invoice Dr HOSPITAL_RECOVERABLE / Cr SUPPLIER_PAYABLE; retained savings
 * Dr RETAINED_EXPENSE / Cr HOSPITAL_PAYABLE; care subsidy Dr CARE_EXPENSE / Cr PERSON_PAYABLE.
 */
@Injectable()
export class PayableService {
  constructor(
    private readonly payables: PayableRepository,
    private readonly ledger: LedgerService,
  ) {}

  /** Opens one payable (amount in fen, > 0) and returns its id. Refuses PAYABLE_EXISTS: one per kind and document. */
  async open(tx: Tx, draft: PayableDraft): Promise<Result<string>> {
    const id = await this.payables.add(tx, draft);
    if (id === undefined) return refuse('conflict', 'PAYABLE_EXISTS', { kind: draft.kind });
    const posted = await this.ledger.postSelected(tx, obligationsOf, [tx.area, [id], tx.businessDate]);
    return posted.ok ? ok(id) : posted;
  }

  /**
   * Puts payables on hold because what they rest on is doubted: no batch takes them, and a batch that holds one is not
   * released. What is paid stays paid; what is held already keeps its first reason. Answers the ids newly held.
   */
  hold(tx: Tx, hold: PayableHold): Promise<readonly string[]> {
    return this.payables.hold(tx, hold);
  }

  /**
   * Opens a payable for each row of `select` that has none: (kind, source_id, payee_type, payee_id, debit_owner_id,
   * amount_fen, due_date), by name, parameters from $1. A rerun opens nothing twice.
   */
  async openSelected(tx: Tx, select: string, params: readonly unknown[]): Promise<Result<PayablesOpened>> {
    const ids = await this.payables.addSelected(tx, select, params);
    if (ids.length === 0) return ok({ opened: 0n });
    const posted = await this.ledger.postSelected(tx, obligationsOf, [tx.area, ids, tx.businessDate]);
    return posted.ok ? ok({ opened: posted.value }) : posted;
  }
}
