import { acceptanceLine, people, SettlementWorld } from './testing/settlement-world';

describe('an invoice from its registration to its payable', () => {
  let world: SettlementWorld;
  beforeAll(async () => {
    world = await SettlementWorld.open();
  });
  afterAll(() => world.close());

  it('smoke', async () => {
    const id = await world.confirmedInvoice(1, 700n);
    expect(await world.stateOf('invoice', id)).toBe('confirmed');
    const batch = await world.lockedBatch();
    await world.passAll(batch);
    await world.settleDown();
    expect(await world.payments()).toMatchObject([{ state: 'paid' }]);
    expect(await world.stateOf('batch', batch)).toBe('settled');
    expect(await world.broken()).toEqual([]);
    expect(acceptanceLine(1)).toBeDefined();
    expect(people.clerk).toBeDefined();
  });
});
