import { mod11Hybrid10 } from '@huiji/kernel';
import type { Backstage } from './backstage';
import type { JourneyArea } from './journey-area';

/** A CNAPS number of true form that no bank has. */
export const CNAPS = `99990000001${mod11Hybrid10('99990000001')}`;

export interface BatchView {
  readonly id: string;
  readonly state: string;
  readonly lineCount: string | null;
  readonly sum: string | null;
  readonly messageId: string | null;
}

const BATCH = '{ id state lineCount sum messageId }';

/** How money leaves the fund, whoever is paid: accounts by two people, a batch by four, the bank's word. */
export class PaymentWay {
  private accounts = 0;

  constructor(
    private readonly area: JourneyArea,
    private readonly backstage: Backstage,
  ) {}

  /** The fund's own account with its opening balance: entered by one person, confirmed by another. */
  async openFund(openingBalance: string): Promise<void> {
    const entry = { ...this.account('测试基金'), openingBalance, openingDate: await this.area.today() };
    const { id } = await this.area.as('accounts').mutate<{ id: string }>('fundAccountEnter', entry, '{ id }');
    await this.area.as('check').mutate('fundAccountConfirm', { fundAccountId: id });
  }

  /** The account of a payee, by two people. Answers the account number. */
  async openAccount(payeeType: 'ORGANISATION' | 'PERSON', payeeId: string, holderName: string): Promise<string> {
    const account = this.account(holderName);
    const entry = { ...account, payeeType, payeeId };
    const { id } = await this.area.as('accounts').mutate<{ id: string }>('payeeAccountEnter', entry, '{ id }');
    await this.area.as('check').mutate('payeeAccountConfirm', { payeeAccountId: id });
    return account.accountNumber;
  }

  /** A batch made and locked by the clerk. */
  async locked(choice: object): Promise<BatchView> {
    const { id } = await this.area.as('clerk').mutate<BatchView>('batchCreate', choice, BATCH);
    return this.area.as('clerk').mutate<BatchView>('batchLock', { batchId: id }, BATCH);
  }

  async review(login: string, step: 'FIRST_REVIEW' | 'RECHECK' | 'APPROVAL', batchId: string): Promise<BatchView> {
    return this.area.as(login).mutate<BatchView>('batchReview', { batchId, step, decision: 'PASS' }, BATCH);
  }

  /** The whole way of open payables: locked, passed by three, sent, answered by the bank. Answers the settled batch. */
  async pay(choice: object): Promise<BatchView> {
    const { id } = await this.locked(choice);
    await this.review('first', 'FIRST_REVIEW', id);
    await this.review('recheck', 'RECHECK', id);
    await this.review('approval', 'APPROVAL', id);
    return this.settled(id);
  }

  /** Waits for the bank's last word on every line of a batch, and for all that it writes about it. */
  async settled(batchId: string): Promise<BatchView> {
    const settled = await this.backstage.until('the batch is settled', async () => {
      const { batch } = await this.area
        .as('auditor')
        .query<{ batch: BatchView }>(`query ($id: Uuid!) { batch(id: $id) ${BATCH} }`, { id: batchId });
      return batch.state === 'SETTLED' && batch;
    });
    await this.backstage.quiet();
    return settled;
  }

  private account(holderName: string) {
    this.accounts += 1;
    const accountNumber = `62000000${this.accounts.toString().padStart(8, '0')}`;
    return { holderName, bankName: '测试银行', cnaps: CNAPS, accountNumber };
  }
}
