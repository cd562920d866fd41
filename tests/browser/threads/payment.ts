import { as, type Stage } from './stage';

export type Kind = '药款' | '结余留用' | '护理补贴';
const kinds: readonly Kind[] = ['药款', '结余留用', '护理补贴'];

/** The clerk puts payables of one kind into a batch and locks it; answers the batch's address. */
export const makeBatch = (stage: Stage, area: string, kind: Kind): Promise<string> =>
  as(stage, `${area}-clerk`, async (clerk) => {
    await clerk.open('/payables');
    await clerk.press('制单');
    const dialog = clerk.dialog();
    for (const other of kinds.filter((each) => each !== kind))
      await dialog.getByRole('checkbox', { name: other }).uncheck();
    await clerk.confirm('制单');
    await clerk.state('草稿');
    await clerk.act('锁定送审');
    await clerk.state('已锁定，待初审');
    return new URL(clerk.page.url()).pathname;
  });

/** Three other people find the batch in their inbox and pass it on; the last one releases. */
export const passBatch = async (stage: Stage, area: string, batch: string): Promise<void> => {
  for (const [login, button, next] of [
    ['first', '初审通过', '审核中'],
    ['recheck', '复核通过', '审核中'],
    ['approval', '审批通过并放款', /已放款|发送中|已发银行|已办结/],
  ] as const)
    await as(stage, `${area}-${login}`, async (reviewer) => {
      await reviewer.sees('待我审核的付款批次');
      await reviewer.go(reviewer.page.locator(`a[href="${batch}"]`));
      if (login === 'first') await reviewer.look(`payment-${area}-review`);
      await reviewer.act(button);
      await reviewer.page.locator('.page-head .tag').filter({ hasText: next }).waitFor({ timeout: 20_000 });
    });
};

/** The bank has paid the first lines; it is told to stay silent about one payee, whose lines wait. */
export const partlyPaid = (stage: Stage, area: string, batch: string, picture: string): Promise<void> =>
  as(stage, `${area}-clerk`, async (clerk) => {
    await clerk.open(batch);
    await clerk.page.locator('tbody tr .tag.good', { hasText: '已付讫' }).first().waitFor({ timeout: 120_000 });
    await clerk.look(picture);
  });

/** A payment of unknown outcome: its age, the one permitted act, and the bank's word in the end. */
export const askBank = (stage: Stage, area: string): Promise<void> =>
  as(stage, `${area}-clerk`, async (clerk) => {
    await clerk.follow('笔付款结果未明');
    await clerk.sees('银行没有答复，不知道钱是否已付');
    await clerk.look('payment-unknown');
    await clerk.act('向银行查询');
    await clerk.page.locator('h2', { hasText: '结果未明' }).waitFor({ state: 'detached', timeout: 90_000 });
    await clerk.open('/payments');
    await clerk.look('payments');
  });

/** The bank has answered every line; the page follows by itself. */
export const settled = (stage: Stage, area: string, batch: string, picture: string): Promise<void> =>
  as(stage, `${area}-clerk`, async (clerk) => {
    await clerk.open(batch);
    await clerk.state('已办结', 120_000);
    await clerk.sees('已付讫');
    await clerk.look(picture);
  });
