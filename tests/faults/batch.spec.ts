import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { AREA, PaymentWorld } from './payment-world';
import { buildProduct, Product, until, type Part } from './product';

jest.setTimeout(300_000);

const LINES = 400;

interface BankReport {
  readonly executed: number;
  readonly duplicates: readonly unknown[];
}

interface Tally {
  readonly state: string;
  readonly paid: number;
  readonly other: number;
  readonly posted: number;
}

describe('a payment batch on its way', () => {
  const product = new Product({ HUIJI_PROFILE: 'production', HUIJI_TLS: 'terminated' });
  const world = new PaymentWorld(product);
  let batches = 0;

  /** One scoped read of the application role, on a connection of its own: the server may have been killed. */
  const tally = async (batchId: string): Promise<Tally | undefined> => {
    const client = new Client({ connectionString: (await product.server()).url('app') });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query(`SET app.area = '${AREA}'`);
      const { rows } = await client.query<Tally>(
        `SELECT b.state,
           (SELECT count(*)::int FROM settlement.payment p WHERE p.area = b.area AND p.batch_id = b.id AND p.state = 'paid') AS paid,
           (SELECT count(*)::int FROM settlement.payment p WHERE p.area = b.area AND p.batch_id = b.id AND p.state <> 'paid') AS other,
           (SELECT count(*)::int FROM ledger.transfer_resolution r WHERE r.area = b.area AND r.outcome = 'posted') AS posted
         FROM settlement.batch b WHERE b.area = $1 AND b.id = $2`,
        [AREA, batchId],
      );
      return rows[0];
    } catch {
      return undefined;
    } finally {
      await client.end().catch(() => undefined);
    }
  };

  const bankReport = (): BankReport =>
    JSON.parse(readFileSync(path.join(product.home, 'bank', 'bank', 'report.json'), 'utf8')) as BankReport;

  beforeAll(async () => {
    buildProduct();
    await product.start();
    await world.connect();
    await world.open();
  });
  afterAll(async () => {
    await world.disconnect();
    await product.dispose();
  });

  it('is paid once when nobody kills anything', async () => {
    const batchId = await world.releaseBatch(LINES);
    batches += 1;
    await until('the batch is settled', async () => (await tally(batchId))?.state === 'settled', 120_000);
    expect(await tally(batchId)).toEqual({ state: 'settled', paid: LINES, other: 0, posted: LINES * batches });
  });

  const moments = [
    ['launcher', 'sent'],
    ['api', 'sent'],
    ['worker', 'released'],
    ['bank-sandbox', 'sent'],
    ['postgres', 'released'],
  ] as const satisfies readonly (readonly [Part, string])[];

  it.each(moments)('PD-12 is paid once when %s is killed with -9 after it was %s', async (part, moment) => {
    await world.connect();
    const batchId = await world.releaseBatch(LINES);
    batches += 1;
    await world.disconnect();
    const left = async (): Promise<boolean> =>
      !['released', 'sending'].includes((await tally(batchId))?.state ?? 'released');
    if (moment === 'sent') await until('it left', left);
    expect(await tally(batchId)).not.toMatchObject({ state: 'settled' });
    await product.kill(part);
    if (part === 'launcher') await product.start();
    await product.oneOfEach();
    await until('the batch is settled', async () => (await tally(batchId))?.state === 'settled', 120_000);
    expect(await tally(batchId)).toEqual({ state: 'settled', paid: LINES, other: 0, posted: LINES * batches });
    expect(bankReport()).toMatchObject({ executed: LINES * batches });
    await product.oneOfEach();
    expect(product.verify()).toMatchObject({ code: 0 });
  });
});
