import { as, type Stage } from './stage';

/** Registers an application and accepts it; answers its address. */
export const apply = (stage: Stage): Promise<string> =>
  as(stage, 'cq-clerk', async (clerk) => {
    await clerk.open('/applications');
    await clerk.look('applications');
    await clerk.open('/applications/new');
    await clerk.fill('申请人', '演示申请人');
    await clerk.fill('证件号码', '500103194001010018');
    await clerk.fill('住址（街道、乡镇）', '嘉陵街道演示路9号');
    await clerk.choose('申报等级', '重度失能 Ⅱ');
    await clerk.fill('失能起始日', '2021-01-15');
    await clerk.fill('监护人', '演示监护人');
    await clerk.fill('与申请人关系', '子女');
    await clerk.fill('病历资料', '脑卒中后遗症，住院病历 2021-01');
    await clerk.page.getByLabel('已核对参保状态').check();
    await clerk.press('提交登记');
    await clerk.state('待受理');
    await clerk.act('受理');
    await clerk.state('已受理');
    await clerk.page.getByLabel('评估人员').click();
    const options = clerk.page.locator('.ant-select-item-option');
    await options.filter({ hasText: '演示评估专家' }).first().click();
    await options.filter({ hasText: '演示评估员' }).first().click();
    await clerk.page.keyboard.press('Escape');
    await clerk.press('派单上门评估');
    await clerk.sees('评估中');
    await clerk.look('application-assigned');
    return new URL(clerk.page.url()).pathname;
  });

/** One assessor answers every item with the same kind of answer; a reload in between loses nothing. */
export const assess = (stage: Stage, login: string, person: string): Promise<string> =>
  as(stage, login, async (assessor) => {
    await assessor.open('/visits');
    await assessor.follow(person);
    await assessor.sees('独立作答');
    const items = assessor.page.locator('fieldset.item');
    const count = await items.count();
    expect(count).toBe(17);
    for (let index = 0; index < count; index += 1) {
      await items.nth(index).locator('input[type=radio]').first().check();
      if (index === 8) {
        await assessor.page.reload();
        await assessor.settle();
        await assessor.sees('已答 9 / 17');
      }
    }
    await assessor.page.getByRole('radio', { name: '在场', exact: true }).check();
    await assessor.look(`visit-${login}`);
    await assessor.press('保存草稿');
    await assessor.act('提交评估表');
    return new URL(assessor.page.url()).pathname;
  });

/** Both put the same conclusion; the second one sees why this grade. */
export const conclude = async (stage: Stage, visit: string): Promise<void> => {
  await as(stage, 'cq-assessor-1', async (assessor) => {
    await assessor.open(visit);
    await assessor.sees('两份评估表');
    await assessor.act('提交结论意见');
  });
  await as(stage, 'cq-assessor-2', async (assessor) => {
    await assessor.open(visit);
    await assessor.act('提交结论意见');
    await assessor.sees('为什么是这个等级');
    await assessor.page.locator('td.lit').waitFor();
    await assessor.look('why-this-grade');
  });
};

/** Moves the area on; each day's schedule runs. */
export const pass = (stage: Stage, area: string, days: number): Promise<void> =>
  as(stage, `${area}-clerk`, async (clerk) => {
    await clerk.press('推进多日');
    await clerk.fill('天数', days.toString(), clerk.dialog());
    const dialog = clerk.dialog();
    await dialog.getByRole('button', { name: '推进多日', exact: true }).click();
    await dialog.waitFor({ state: 'detached', timeout: 120_000 });
    await clerk.settle();
  });

/** Publicity begins and ends, the grade is confirmed, care is chosen. Answers the person's address. */
export const confirmGrade = async (stage: Stage, application: string): Promise<string> => {
  await as(stage, 'cq-clerk', async (clerk) => {
    await clerk.open(application);
    await clerk.act('开始公示');
    await clerk.sees('公示内容');
    await clerk.look('publicity');
  });
  await pass(stage, 'cq', 8);
  await as(stage, 'cq-approval', async (approval) => {
    await approval.open(application);
    await approval.act('确认等级');
    await approval.state('已办结');
    await approval.sees('评估通过');
  });
  return as(stage, 'cq-clerk', async (clerk) => {
    await clerk.open(application);
    await clerk.follow('待遇与护理日历');
    await clerk.press('选择护理方式');
    await clerk.choose('护理方式', '居家个人', clerk.dialog());
    await clerk.confirm('选择护理方式');
    return new URL(clerk.page.url()).pathname;
  });
};

/** The calendar of a month, and its run handed over to payment. */
export const runMonth = (stage: Stage, person: string, month: string): Promise<void> =>
  as(stage, 'cq-clerk', async (clerk) => {
    await clerk.open(`${person}?month=${month}`);
    await clerk.look('care-calendar');
    await clerk.open('/subsidies');
    const row = clerk.page.locator('tbody tr', { hasText: month });
    if ((await row.count()) === 0) {
      await clerk.press('生成补贴');
      await clerk.page.locator('input[type=month]').fill(month);
      await clerk.confirm('生成补贴');
    }
    await clerk.go(clerk.page.locator('tbody tr', { hasText: month }).getByRole('link'));
    await clerk.state('已计算，待转付款', 60_000);
    await clerk.act('转付款');
    await clerk.state('已转付款');
    await clerk.look('subsidy-run');
  });

/** A person without an account stays open: it is entered by one, confirmed by another. */
export const openAccount = async (stage: Stage, person: string): Promise<void> => {
  await as(stage, 'cq-accounts', async (accounts) => {
    await accounts.open('/accounts');
    await accounts.choose('收款方', person);
    await accounts.fill('户名', person);
    await accounts.fill('开户银行', '演示银行嘉陵支行');
    await accounts.fill('联行号', '102653000015');
    await accounts.fill('账号', '6222020000000000019');
    await accounts.page.getByLabel(/已电话向开户行核对/).check();
    await accounts.press('录入');
    await accounts.page.locator('tbody tr', { hasText: person }).getByText('待复核').waitFor();
    await accounts.look('account-entered');
  });
  await as(stage, 'cq-accounts-check', async (check) => {
    await check.follow('个收款账户待复核');
    const row = check.page.locator('tbody tr', { hasText: person });
    await row.getByRole('button', { name: '复核通过' }).click();
    await check.confirm('复核通过');
    await row.waitFor({ state: 'detached' });
  });
};

/** Everybody of the month is in the batch; nothing of the kind is open any more. */
export const nothingOpen = (stage: Stage): Promise<void> =>
  as(stage, 'cq-clerk', async (clerk) => {
    await clerk.open('/payables');
    await clerk.choose('类别', '护理补贴');
    await clerk.sees('没有符合条件的应付款');
  });
