import { Injectable } from '@nestjs/common';
import { FundAccountService, PayeeAccountService, type PayingAccount } from '@huiji/fund';
import { areaCode, fen, notFound, ok, present, type AreaCode, type Result } from '@huiji/kernel';
import { Database, type Scope, type Tx } from '@huiji/platform';

import { BankChannel } from './bank/bank-channel';
import { writePain001, type TransferLine } from './bank/pain-001';
import type { StoredBatch, StoredPayment } from './model/stored';
import { BatchRepository } from './persistence/batch.repository';
import { PaymentRepository } from './persistence/payment.repository';
import { moveWith } from './persistence/state-moves';

const PAGE = 2_000;
const move = { table: 'settlement.batch', subjectType: 'payment-batch' } as const;

/** What a file is made of: the sealed batch, and the fund's account as it is when the file is handed over. */
interface Intent {
  readonly batch: StoredBatch;
  readonly debtor: PayingAccount;
}

/**
 * Intent, call, answer (PD-12): the batch becomes `sending` and that is committed; the file is handed over outside any
 * transaction; that it was is recorded. Killed anywhere between, the next try hands over the same file under the same
 * name, which is then already there.
 */
@Injectable()
export class BatchSendingService {
  constructor(
    private readonly database: Database,
    private readonly channel: BankChannel,
    private readonly batches: BatchRepository,
    private readonly payments: PaymentRepository,
    private readonly fundAccounts: FundAccountService,
    private readonly payeeAccounts: PayeeAccountService,
  ) {}

  /** Sends a released batch; does nothing for one that is already sent. Throws to be tried again. */
  async send(area: string, batchId: string): Promise<void> {
    const scope: Scope = { area: areaCode(area), actor: { kind: 'system', name: 'settlement.send-batch' } };
    const intent = await this.database.inTransaction(scope, (tx) => this.intend(tx, batchId));
    if (!intent.ok) throw new Error(`batch ${batchId} cannot be sent: ${intent.refusal.code}`);
    if (intent.value === undefined) return;
    await this.handOver(scope, scope.area, intent.value);
    const recorded = await this.database.inTransaction(scope, (tx) => this.recordSent(tx, batchId));
    if (!recorded.ok) throw new Error(`batch ${batchId} was sent but not recorded: ${recorded.refusal.code}`);
  }

  private async intend(tx: Tx, batchId: string): Promise<Result<Intent | undefined>> {
    const batch = await this.batches.lock(tx, batchId);
    if (!batch) return notFound('batch');
    if (batch.state !== 'released' && batch.state !== 'sending') return ok(undefined);
    const debtor = await this.fundAccounts.paying(tx);
    if (!debtor.ok) return debtor;
    if (batch.state === 'released') {
      const moved = await moveWith(
        tx,
        { ...move, subjectId: batch.id, from: 'released', to: 'sending', kind: 'BatchSendingStarted' },
        {},
      );
      if (!moved.ok) return moved;
    }
    return ok({ batch, debtor: debtor.value });
  }

  private async handOver(scope: Scope, area: AreaCode, { batch, debtor }: Intent): Promise<void> {
    const messageId = present(batch.messageId, 'the message id of a released batch');
    const file = {
      messageId,
      createdAt: present(batch.releasedAt, 'the instant of release'),
      executionDate: present(batch.releasedOn, 'the day of release'),
      count: present(batch.lineCount, 'the sealed count'),
      sumFen: fen(present(batch.sumFen, 'the sealed sum')),
      debtor: { name: debtor.holderName, accountNumber: debtor.accountNumber, cnaps: debtor.cnaps },
    };
    await this.channel.deliver(area, `${messageId}.xml`, writePain001(file, this.pages(scope, batch.id)));
  }

  /** Pages of the file, each read in a transaction of its own that is over before the page is written. */
  private async *pages(scope: Scope, batchId: string): AsyncGenerator<readonly TransferLine[]> {
    for (let after = 0n; ;) {
      const page = await this.database.read(scope, async (tx) => {
        const lines = await this.payments.linesAfter(tx, batchId, after, PAGE);
        return { lines, transfers: await this.transfers(tx, lines) };
      });
      if (page.transfers.length > 0) yield page.transfers;
      const last = page.lines.at(-1);
      if (last === undefined || page.lines.length < PAGE) return;
      after = last.lineNo;
    }
  }

  private async transfers(tx: Tx, lines: readonly StoredPayment[]): Promise<readonly TransferLine[]> {
    const ids = lines.map((line) => present(line.payeeAccountId, 'the account of a released line'));
    const accounts = await this.payeeAccounts.opened(tx, [...new Set(ids)]);
    return lines.map((line) => {
      const account = present(accounts.get(line.payeeAccountId ?? ''), 'the account of a released line');
      return {
        instructionId: present(line.instructionId, 'the instruction id of a released line'),
        amountFen: line.amountFen,
        payeeName: account.holderName,
        accountNumber: account.accountNumber,
        cnaps: account.cnaps,
        remittance: `医保基金支付 ${line.lineNo}`,
      };
    });
  }

  private async recordSent(tx: Tx, batchId: string): Promise<Result<void>> {
    const batch = await this.batches.lock(tx, batchId);
    if (batch?.state !== 'sending') return ok(undefined);
    const moved = await moveWith(
      tx,
      { ...move, subjectId: batch.id, from: 'sending', to: 'sent', kind: 'BatchSent' },
      { sent_on: tx.businessDate },
    );
    if (!moved.ok) return moved;
    await this.payments.recordSent(tx, batch.id);
    return this.settleWhenDecided(tx, batch.id);
  }

  /** A batch is settled when the bank has nothing more to decide in it. */
  async settleWhenDecided(tx: Tx, batchId: string): Promise<Result<void>> {
    const batch = await this.batches.lock(tx, batchId);
    if (batch?.state !== 'sent' || (await this.payments.hasUndecided(tx, batchId))) return ok(undefined);
    return moveWith(
      tx,
      { ...move, subjectId: batch.id, from: 'sent', to: 'settled', kind: 'BatchSettled' },
      { settled_on: tx.businessDate },
    );
  }
}
