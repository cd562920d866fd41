import { as, type Stage } from './stage';

const PRODUCT = '阿托伐他汀钙片';

export interface Delivery {
  readonly order: string;
  readonly supplier: string;
}

/** The hospital orders packs from its contract; nobody types a price. */
export const order = (stage: Stage): Promise<string> =>
  as(stage, 'sn-hospital', async (hospital) => {
    await hospital.open('/orders/new');
    await hospital.choose('配送企业', '川中演示医药配送一号公司');
    const packs = hospital.page.locator('input[aria-label$="包数"]').first();
    await packs.fill('100');
    await hospital.look('order-basket');
    await hospital.press('提交订单');
    await hospital.state('待企业确认');
    return new URL(hospital.page.url()).pathname;
  });

/** The supplier takes the order on and ships it. */
export const ship = (stage: Stage, address: string): Promise<string> =>
  as(stage, 'sn-supplier', async (supplier) => {
    await supplier.open(address);
    await supplier.act('确认订单');
    await supplier.state('已确认');
    await supplier.fill('批号', 'B20200701');
    await supplier.look('order-ship');
    await supplier.press('发货');
    await supplier.go(supplier.page.locator('a[href^="/shipments/"]').first());
    return new URL(supplier.page.url()).pathname;
  });

export interface Accepted {
  readonly units: number;
  readonly pack: number;
  readonly packPrice: string;
  readonly product: string;
}

/** The hospital accepts all but two packs, which came damaged. Answers what the supplier may invoice. */
export const receive = (stage: Stage, shipment: string, orderAddress: string): Promise<Accepted> =>
  as(stage, 'sn-hospital', async (hospital) => {
    await hospital.open(orderAddress);
    const cells = await hospital.page.locator('tbody tr').first().locator('td').allInnerTexts();
    const [, product = '', price = ''] = cells;
    const [packPrice = '', pack = ''] = price.split('/').map((part) => part.trim());
    const units = 100 * Number(pack);
    const damaged = 2 * Number(pack);
    await hospital.open(shipment);
    await hospital.page.getByLabel('验收', { exact: true }).fill((units - damaged).toString());
    await hospital.page.getByLabel('破损', { exact: true }).fill(damaged.toString());
    await hospital.press('提交验收');
    await hospital.state('已验收');
    await hospital.look('receipt');
    return { units: units - damaged, pack: Number(pack), packPrice, product: product.trim() };
  });

/** The supplier asks for more than was accepted, reads why not, and enters what was. Answers the invoice's address. */
export const invoice = (stage: Stage, accepted: Accepted): Promise<string> =>
  as(stage, 'sn-supplier', async (supplier) => {
    await supplier.open('/invoices/new');
    await supplier.choose('购买方（医院）', '遂宁演示第一医院');
    await supplier.fill('发票号码', '20510900000020200701');
    await supplier.choose('产品', accepted.product.split(' ')[0] ?? PRODUCT);
    await supplier.fill('数量（最小单位）', (accepted.units + accepted.pack).toString());
    await supplier.fill('每包价格（元，含税）', accepted.packPrice);
    await supplier.press('提交发票');
    await supplier.page.locator('.notice.bad').waitFor();
    await supplier.look('invoice-mismatch');
    await supplier.fill('数量（最小单位）', accepted.units.toString());
    await supplier.press('提交发票');
    await supplier.state('待医院确认');
    return new URL(supplier.page.url()).pathname;
  });

/** The hospital confirms the invoice; the fund owes it from then on. */
export const confirmInvoice = (stage: Stage, address: string): Promise<void> =>
  as(stage, 'sn-hospital', async (hospital) => {
    await hospital.open(address);
    await hospital.act('确认发票');
    await hospital.state('医院已确认');
  });

/** The supplier reads the whole path of its invoice. */
export const readPath = (stage: Stage, address: string): Promise<void> =>
  as(stage, 'sn-supplier', async (supplier) => {
    await supplier.open(address);
    await supplier.page.locator('.timeline li.done', { hasText: '付讫' }).waitFor();
    await supplier.look('thread-1-invoice-paid');
  });
