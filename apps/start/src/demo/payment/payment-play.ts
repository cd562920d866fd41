import { mod11Hybrid10, type PlainDate } from '@huiji/kernel';
import { type CalendarService } from '@huiji/calendar';
import { type FundAccountService, type PayeeAccountService, type Payee } from '@huiji/fund';
import { type BankNewsService, type BatchService, type StatusQueryService, type BatchRequest } from '@huiji/settlement';
import { inParts } from '../care/care-play';
import type { AgencyPlayers } from '../people';
import type { Stage } from '../stage';

export interface PaymentServices {
  readonly calendar: CalendarService;
  readonly funds: FundAccountService;
  readonly accounts: PayeeAccountService;
  readonly batches: BatchService;
  readonly news: BankNewsService;
  readonly silence: StatusQueryService;
}

/** The bank at the wall, one round of it: reads what was sent, answers into files. */
export interface BankRound {
  round(): Promise<number>;
}

/** A payee and the name of its bank account. */
export interface NamedPayee extends Payee {
  readonly holderName: string;
}

const BANK = '演示银行（不存在）';
/** Eleven digits no bank has, and the check digit: a CNAPS number of true form. */
const CNAPS = `99990000001${mod11Hybrid10('99990000001')}`;

/** Payments of a demonstration: accounts by two people, batches by four, the bank's word. */
export class PaymentPlay {
  private numbers = 0;

  constructor(
    private readonly stage: Stage,
    private readonly services: PaymentServices,
    private readonly agency: AgencyPlayers,
    private readonly bank: BankRound,
  ) {}

  /** The clock of payments: thirty days after acceptance, rolled to a working day. */
  dueDates(validFrom: PlainDate): Promise<string> {
    return this.stage.as(this.agency.clerk, (tx) =>
      this.services.calendar.adoptDueDatePolicy(tx, {
        counting: 'days-after-acceptance',
        deadlineDays: 30,
        roll: 'next-working-day',
        legalBasis: '公开文件：验收后 30 日内（演示默认值）',
        validFrom,
        validTo: null,
        confirmedBy: null,
      }),
    );
  }

  /** The fund's own account with its opening balance, entered by one person, confirmed by another. */
  async openFund(holderName: string, openingBalanceFen: bigint): Promise<void> {
    const entry = { ...this.account(holderName), openingBalanceFen, openingDate: this.stage.today };
    const id = await this.stage.as(this.agency.accounts, (tx) => this.services.funds.enter(tx, entry));
    await this.stage.as(this.agency.accountsCheck, (tx) => this.services.funds.confirm(tx, id));
  }

  /** Accounts of payees, entered and confirmed; many to an act. */
  async accounts(payees: readonly NamedPayee[]): Promise<void> {
    for (const part of inParts(payees)) {
      const ids = await this.enter(part);
      await this.stage.as(this.agency.accountsCheck, async (tx) => {
        for (const id of ids) {
          const confirmed = await this.services.accounts.confirm(tx, id);
          if (!confirmed.ok) return confirmed;
        }
        return { ok: true, value: null };
      });
    }
  }

  /** Accounts that wait for their second person. */
  async enter(payees: readonly NamedPayee[]): Promise<readonly string[]> {
    return this.stage.as(this.agency.accounts, async (tx) => {
      const ids: string[] = [];
      for (const { payeeType, payeeId, holderName } of payees) {
        const entered = await this.services.accounts.enter(tx, { payeeType, payeeId }, this.account(holderName));
        if (!entered.ok) return entered;
        ids.push(entered.value);
      }
      return { ok: true, value: ids };
    });
  }

  /** A batch made and locked by the clerk. */
  async lock(request: BatchRequest): Promise<string> {
    const batchId = await this.stage.as(this.agency.clerk, (tx) => this.services.batches.create(tx, request));
    await this.stage.as(this.agency.clerk, (tx) => this.services.batches.lock(tx, { batchId }));
    return batchId;
  }

  /** As many of the three reviews as asked for. */
  async review(batchId: string, steps: 1 | 2 | 3): Promise<void> {
    const reviews = [
      [this.agency.first, 'first-review'],
      [this.agency.recheck, 'recheck'],
      [this.agency.approval, 'approval'],
    ] as const;
    for (const [player, step] of reviews.slice(0, steps))
      await this.stage.call(player, (tx, caller) =>
        this.services.batches.review(tx, caller, { batchId, step, decision: 'pass' }),
      );
  }

  /** The whole way: locked, passed by three, sent, answered by the bank, read. */
  async pay(request: BatchRequest): Promise<string> {
    const batchId = await this.lock(request);
    await this.review(batchId, 3);
    await this.settle();
    return batchId;
  }

  /** Sends what was released, lets the bank work, reads its answers. */
  async settle(): Promise<void> {
    await this.stage.drain();
    await this.bank.round();
    await this.services.news.read(this.stage.area);
  }

  /** Under which ids the bank will know the payments of a released batch. */
  async instructionsOf(batchId: string): Promise<readonly string[]> {
    const rows = await this.stage.read((tx) =>
      tx.query<{ id: string }>(
        `SELECT instruction_id AS id FROM settlement.payment
         WHERE area = $1 AND batch_id = $2 AND instruction_id IS NOT NULL ORDER BY line_no`,
        [tx.area, batchId],
      ),
    );
    return rows.map(({ id }) => id);
  }

  /** Payables that these documents opened. */
  async payablesOf(sourceIds: readonly string[]): Promise<readonly string[]> {
    const rows = await this.stage.read((tx) =>
      tx.query<{ id: string }>(
        'SELECT id FROM settlement.payable WHERE area = $1 AND source_id = ANY ($2::uuid[]) ORDER BY id',
        [tx.area, sourceIds],
      ),
    );
    return rows.map(({ id }) => id);
  }

  /** Open payables to a payee, oldest first. */
  async openPayablesTo(payeeId: string): Promise<readonly string[]> {
    const rows = await this.stage.read((tx) =>
      tx.query<{ id: string }>(
        `SELECT id FROM settlement.payable WHERE area = $1 AND payee_id = $2 AND state = 'open' ORDER BY due_date, id`,
        [tx.area, payeeId],
      ),
    );
    return rows.map(({ id }) => id);
  }

  /** Marks as unknown what the bank did not answer since an earlier day. */
  noticeSilence(): Promise<bigint> {
    return this.stage.prepare((tx) => this.services.silence.noticeSilence(tx));
  }

  private account(holderName: string) {
    this.numbers += 1;
    const accountNumber = `6200${this.stage.area}${this.numbers.toString().padStart(8, '0')}`;
    return { holderName, bankName: BANK, cnaps: CNAPS, accountNumber, bankCodeVerified: false };
  }
}
