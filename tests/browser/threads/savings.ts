import { as, type Stage } from './stage';

/** The hospital reads its sheet line by line and confirms it. */
export const confirmSheet = (stage: Stage): Promise<void> =>
  as(stage, 'cq-hospital', async (hospital) => {
    await hospital.open('/savings');
    await hospital.follow('重庆演示第一医院');
    await hospital.page.locator('details.fold summary').first().click();
    await hospital.sees('算式');
    await hospital.look('savings-sheet');
    await hospital.act('确认清单');
    await hospital.state('医院已确认');
  });

/** The clerk hands the confirmed sheets over to payment. */
export const handOverSheets = (stage: Stage): Promise<void> =>
  as(stage, 'cq-clerk', async (clerk) => {
    await clerk.open('/savings');
    await clerk.go(clerk.page.locator('a[href^="/savings/runs/"]').first());
    await clerk.act('转付款');
    await clerk.open('/payables');
    await clerk.choose('类别', '结余留用');
    await clerk.sees('重庆演示第一医院');
  });

/** The hospital finds its money among the payments. */
export const findPayment = (stage: Stage): Promise<void> =>
  as(stage, 'cq-hospital', async (hospital) => {
    await hospital.open('/payments');
    await hospital.sees('已付讫');
    await hospital.look('thread-3-hospital-paid');
  });
