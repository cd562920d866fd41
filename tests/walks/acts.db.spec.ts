import { domainPermissions } from '@huiji/api/domains';
import { rolesOf } from '@huiji/platform';
import { ActWalk } from './act-walk';
import { EffectsOf } from './effects';
import { mutationFixtures } from './fixtures';
import { ForeignIds } from './foreign-ids';
import { Stage } from './stage';

let stage: Stage;
let effects: EffectsOf;
let foreign: ForeignIds;
let compared = 0;

beforeAll(async () => {
  stage = await Stage.open();
  const { db } = stage.world.journey;
  effects = await EffectsOf.tables((sql, params) => db.ownerQuery(sql, params));
  foreign = await ForeignIds.of(stage.world);
}, 180_000);
afterAll(() => stage.close());

const walk = (name: string): ActWalk => {
  const permission = domainPermissions[name];
  const fixture = mutationFixtures[name];
  if (permission === undefined || permission === 'public' || !fixture) throw new Error(`${name} has no fixture`);
  return new ActWalk(stage, effects, foreign, name, fixture, permission);
};

describe('the walk of acts', () => {
  it('X1 every mutation that is not public has a fixture, and somebody entitled in it', () => {
    const acts = Object.keys(stage.world.schema.getMutationType()?.getFields() ?? {});
    const owed = acts.filter((name) => domainPermissions[name] !== 'public');
    expect(Object.keys(mutationFixtures).sort()).toEqual(owed.sort());
    const wrong = Object.entries(mutationFixtures).filter(
      ([name, { as }]) => !rolesOf(domainPermissions[name] ?? {}).includes(stage.roleOf(as)),
    );
    expect(wrong).toEqual([]);
  });

  it.each(Object.keys(mutationFixtures))('X1 X3 %s', async (name) => {
    await stage.restore();
    const one = walk(name);
    await one.prepare();
    await one.forbids();
    compared += await one.hides();
    await one.happensOnce();
    expect(one.wrong).toEqual([]);
  });

  it('X1 compared what is foreign with what is absent often enough to say so', () => {
    expect(compared).toBeGreaterThan(100);
  });
});
