import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium';
import { openProduct, type OpenProduct } from './console-product';
import { lookAround } from './rooms';
import { apply, assess, conclude, confirmGrade, nothingOpen, openAccount, pass, runMonth } from './threads/care';
import { askBank, makeBatch, partlyPaid, passBatch, settled } from './threads/payment';
import { acceptReport, report } from './threads/report';
import { confirmSheet, findPayment, handOverSheets } from './threads/savings';
import type { Stage } from './threads/stage';
import { confirmInvoice, invoice, order, readPath, receive, ship } from './threads/supply';

let product: OpenProduct | undefined;
let browser: Browser | undefined;
let stage: Stage;

beforeAll(async () => {
  product = await openProduct();
  browser = await launchChromium();
  stage = { browser, address: product.address };
}, 600_000);

afterAll(async () => {
  await browser?.close();
  await product?.close();
}, 60_000);

describe('every room of every log-in: nothing scrolls sideways, no key, no empty glyph, no barrier, no error', () => {
  it.each([
    ['sn-clerk', 1280, 'zh'],
    ['sn-hospital', 1280, 'zh'],
    ['sn-supplier', 1280, 'zh'],
    ['sn-accounts', 1280, 'zh'],
    ['cq-assessor-1', 1280, 'zh'],
    ['cq-approval', 1280, 'en'],
    ['cq-auditor', 390, 'zh'],
    ['cq-hospital', 390, 'en'],
    ['cq-supplier', 390, 'en'],
  ] as const)(
    '%s at %i pixels, %s',
    async (login, width, language) => {
      expect(await lookAround(stage, login, { width, language })).toEqual([]);
    },
    240_000,
  );
});

describe('the three threads, in the browser, by the people who do them', () => {
  it('a hospital reports from a sheet: faults by row, mended, taken back, accepted on two levels', async () => {
    await acceptReport(stage, await report(stage));
  }, 180_000);

  it('an order becomes a receipt, an invoice, a payable, and the supplier reads the whole path to its money', async () => {
    const placed = await order(stage);
    const shipment = await ship(stage, placed);
    const accepted = await receive(stage, shipment, placed);
    const entered = await invoice(stage, accepted);
    await confirmInvoice(stage, entered);
    const batch = await makeBatch(stage, 'sn', '药款');
    await passBatch(stage, 'sn', batch);
    await partlyPaid(stage, 'sn', batch, 'thread-1-batch');
    await readPath(stage, entered);
  }, 300_000);

  it('the clerk asks the bank about a payment of unknown outcome; nothing is sent again', async () => {
    await askBank(stage, 'sn');
  }, 180_000);

  it('a hospital confirms its savings sheet and is paid', async () => {
    await confirmSheet(stage);
    await handOverSheets(stage);
    const batch = await makeBatch(stage, 'cq', '结余留用');
    await passBatch(stage, 'cq', batch);
    await settled(stage, 'cq', batch, 'thread-3-batch-settled');
    await findPayment(stage);
  }, 300_000);

  it('two assessors answer, a grade is confirmed, a month of care is paid', async () => {
    const application = await apply(stage);
    const visit = await assess(stage, 'cq-assessor-1', '演示申请人');
    await assess(stage, 'cq-assessor-2', '演示申请人');
    await conclude(stage, visit);
    const person = await confirmGrade(stage, application);
    await pass(stage, 'cq', 53);
    await runMonth(stage, person, '2022-04');
    const batch = await makeBatch(stage, 'cq', '护理补贴');
    await passBatch(stage, 'cq', batch);
    await settled(stage, 'cq', batch, 'thread-2-batch-settled');
    await openAccount(stage, '演示申请人');
    const rest = await makeBatch(stage, 'cq', '护理补贴');
    await passBatch(stage, 'cq', rest);
    await settled(stage, 'cq', rest, 'thread-2-person-paid');
    await nothingOpen(stage);
  }, 600_000);
});
