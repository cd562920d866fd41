import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BatchSendingService } from './batch-sending.service';
import { settlementWords } from './settlement-words';
import { people, SettlementWorld } from './testing/settlement-world';

describe('payments on which the bank is silent', () => {
  let world: SettlementWorld;
  beforeAll(async () => {
    world = await SettlementWorld.open();
  });
  afterAll(() => world.close());
  beforeEach(() => world.newArea());
  afterEach(async () => expect(await world.broken()).toEqual([]));

  const released = (invoices = 1) => world.releasedBatch(invoices);
  const states = () => world.paymentStates();
  const ask = async (): Promise<void> => {
    const [payment] = await world.payments();
    await world.done(people.clerk, (tx) => world.queries.ask(tx, { paymentId: payment?.id ?? '' }));
  };

  it('C11 silence is unknown, not failed: it is never sent again, a question finds the truth', async () => {
    world.behave({ default: { act: 'silent' } });
    const id = await released();
    await world.settleDown();
    expect(await states()).toEqual(['sent']);
    await world.done(people.clerk, (tx) => world.queries.noticeSilence(tx));
    expect(await states()).toEqual(['sent']);
    world.clock.passMinutes(31);
    await world.done(people.clerk, (tx) => world.queries.noticeSilence(tx));
    expect(await states()).toEqual(['unknown']);
    const payableId = (await world.payments())[0]?.payable_id ?? '';
    expect(await world.as(people.clerk, (tx) => world.batches.create(tx, { payableIds: [payableId] }))).toMatchObject({
      refusal: { code: 'PAYABLE_NOT_OPEN' },
    });
    await world.service(BatchSendingService).send(world.area, id);
    expect(readdirSync(join(world.root, world.area, 'to-bank'))).toEqual(['taken']);
    await ask();
    await world.settleDown();
    expect(await states()).toEqual(['paid']);
    expect(world.bankReport()).toMatchObject({ executed: 1, duplicates: [] });
    expect(await world.as(people.clerk, (tx) => world.queries.ask(tx, { paymentId: payableId }))).toMatchObject({
      refusal: { code: 'NOT_FOUND' },
    });
  });

  it('C11 accepted and then silent becomes unknown as well, also when the business day moves', async () => {
    world.behave({ default: { act: 'accept-then-silent' } });
    await released();
    await world.settleDown();
    expect(await states()).toEqual(['accepted']);
    await world.db.ownerQuery(`UPDATE platform.area SET business_date = '2020-07-16' WHERE area = $1`, [world.area]);
    await world.done(people.clerk, (tx) => world.queries.noticeSilence(tx));
    expect(await states()).toEqual(['unknown']);
    await ask();
    await world.settleDown();
    expect(await states()).toEqual(['paid']);
  });

  it('C11 an instruction the bank never got is denied, and its payable is open again', async () => {
    world.behave({ default: { act: 'silent', executes: false } });
    await released();
    await world.settleDown();
    world.clock.passMinutes(31);
    await world.done(people.clerk, (tx) => world.queries.noticeSilence(tx));
    await ask();
    await world.settleDown();
    const [payment] = await world.payments();
    expect(payment?.state).toBe('rejected');
    expect(await world.stateOf('payable', payment?.payable_id ?? '')).toBe('open');
  });

  it('C11 twenty who ask at the same moment are one question; on the next business day it may be asked again', async () => {
    world.behave({ default: { act: 'silent' } });
    await released();
    await world.settleDown();
    world.clock.passMinutes(31);
    await world.done(people.clerk, (tx) => world.queries.noticeSilence(tx));
    const [payment] = await world.payments();
    const question = () => world.as(people.clerk, (tx) => world.queries.ask(tx, { paymentId: payment?.id ?? '' }));
    const asked = await Promise.all(Array.from({ length: 20 }, question));
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
    for (const one of asked)
      if (!one.ok)
        expect(one.refusal).toMatchObject({
          code: 'ALREADY_ASKED',
          facts: { since: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/) },
        });
    const count = async () => (await world.db.ownerQuery('SELECT 1 FROM settlement.status_question')).length;
    const before = await count();
    await world.db.ownerQuery(`UPDATE platform.area SET business_date = '2020-07-16' WHERE area = $1`, [world.area]);
    await ask();
    expect(await count()).toBe(before + 1);
    await world.settleDown();
    expect(await states()).toEqual(['paid']);
    const waiting = 'SELECT 1 FROM settlement.status_question WHERE closed_at IS NULL AND area = $1';
    expect(await world.db.ownerQuery(waiting, [world.area])).toEqual([]);
    expect(await question()).toMatchObject({ refusal: { code: 'PAYMENT_NOT_UNKNOWN', facts: { state: 'paid' } } });
    const words = settlementWords['PAYMENT_NOT_UNKNOWN'];
    expect(words?.zh({ state: 'paid' })).toContain('已付讫');
  });
});
