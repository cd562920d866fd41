import { ok } from '@huiji/kernel';
import type { Role } from '@huiji/platform';
import { people, SettlementWorld } from './testing/settlement-world';

const reviewers = [
  [people.first, 'agency-first-review'],
  [people.recheck, 'agency-recheck'],
  [people.approver, 'agency-approval'],
] as const satisfies readonly (readonly [string, Role])[];

describe('C6 a payable whose ground is doubted', () => {
  let world: SettlementWorld;
  beforeAll(async () => {
    world = await SettlementWorld.open();
    await world.newArea();
  });
  afterAll(() => world.close());

  const payable = async (line: number): Promise<string> => {
    const invoice = await world.confirmedInvoice(line, 700n);
    const [row] = await world.db.ownerQuery<{ id: string }>('SELECT id FROM settlement.payable WHERE source_id = $1', [
      invoice,
    ]);
    return row?.id ?? '';
  };

  it('C6 a payable on hold enters no batch, and stops the release of the batch it sits in', async () => {
    const [held, other] = [await payable(1), await payable(2)];
    const hold = (id: string) =>
      world.as(people.clerk, async (tx) => {
        const found = await tx.query<{ source: string }>(
          'SELECT source_id AS source FROM settlement.payable WHERE area = $1 AND id = $2',
          [tx.area, id],
        );
        const sourceIds = found.map(({ source }) => source);
        return ok(await world.payables.hold(tx, { kind: 'supplier-invoice', sourceIds, reason: 'care-death' }));
      });
    expect(await hold(held)).toEqual(ok([held]));
    expect(await hold(held)).toEqual(ok([]));
    const named = { payableIds: [held, other] };
    expect(await world.as(people.clerk, (tx) => world.batches.create(tx, named))).toMatchObject({
      ok: false,
      refusal: { code: 'PAYABLE_HELD' },
    });
    const id = await world.lockedBatch();
    const [batch] = await world.db.ownerQuery('SELECT line_count FROM settlement.batch WHERE id = $1', [id]);
    expect(batch).toEqual({ line_count: 1n });
    expect(await hold(other)).toEqual(ok([other]));
    const answers = [];
    for (const [who, role] of reviewers) answers.push(await world.review(who, role, id));
    expect(answers.at(-1)).toMatchObject({ ok: false, refusal: { code: 'PAYABLE_HELD', facts: { count: '1' } } });
    expect(await world.cash()).toMatchObject({ held: 0n });
    expect(await world.broken()).toEqual([]);
  });
});
