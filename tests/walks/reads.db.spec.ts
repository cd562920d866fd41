import { domainPermissions } from '@huiji/api/domains';
import { queryFixtures } from './fixtures/queries';
import { ForeignIds } from './foreign-ids';
import { Owners } from './owners';
import { ReadWalk } from './read-walk';
import { fieldsBelow } from './selection';
import { Stage } from './stage';
import { throughViews } from './view-walk';

/** What the nation publishes for every area, and too much of it for one answer with all its fields. */
const NATIONAL = [
  'InstrumentItem.options',
  'InstrumentOption.en',
  'InstrumentOption.score',
  'InstrumentOption.scoreVerified',
  'InstrumentOption.zh',
];

let stage: Stage;
let owners: Owners;
let foreign: ForeignIds;
let [compared, looked, answered] = [0, 0, 0];

beforeAll(async () => {
  stage = await Stage.open();
  const { db } = stage.world.journey;
  owners = await Owners.of((sql, params) => db.ownerQuery(sql, params));
  foreign = await ForeignIds.of(stage.world);
}, 180_000);
afterAll(() => stage.close());

const walk = (name: string): ReadWalk => {
  const permission = domainPermissions[name];
  const fixture = queryFixtures[name];
  if (permission === undefined || permission === 'public' || !fixture) throw new Error(`${name} has no fixture`);
  return new ReadWalk(stage, owners, foreign, name, fixture, permission);
};

describe('the walk of reads', () => {
  it('X1 every query has a fixture', () => {
    const queries = Object.keys(stage.world.schema.getQueryType()?.getFields() ?? {});
    const owed = queries.filter((name) => domainPermissions[name] !== 'public');
    expect(Object.keys(queryFixtures).sort()).toEqual(owed.sort());
  });

  it.each(Object.keys(queryFixtures))(
    'X1 %s',
    async (name) => {
      const one = walk(name);
      await one.answers();
      await one.forbids();
      compared += await one.hides();
      await one.leaks();
      looked += one.looked;
      answered += one.answered;
      expect(one.wrong).toEqual([]);
    },
    60_000,
  );

  it('X1 looked at every field that answers have, often enough to say so', () => {
    const owed = Object.values(stage.world.schema.getQueryType()?.getFields() ?? {})
      .filter(({ name }) => domainPermissions[name] !== 'public')
      .flatMap(({ type }) => fieldsBelow(type));
    const missed = [...new Set(owed)].filter((field) => !stage.asker.selected.has(field));
    expect(missed.sort()).toEqual([...NATIONAL].sort());
    expect(compared).toBeGreaterThan(40);
    expect(answered).toBeGreaterThan(500);
    expect(looked).toBeGreaterThan(50_000);
  });
});

describe('X1 row level security of every view, by raw SQL in the application role', () => {
  it('takes an unset area for an error, and shows the rows of the area and no other', async () => {
    const hospital = await stage.world.as('cq-hospital');
    const sheetId = await stage.world.some('500000', 'savings.sheet', `state = 'open'`);
    await hospital.mutate('savingsSheetConfirm', { sheetId });
    const seen = await throughViews(stage.world);
    expect(seen.length).toBeGreaterThan(5);
    expect(seen.filter(({ closed, own, foreign }) => !closed || own === 0 || foreign > 0)).toEqual([]);
  });
});

describe('the walk of reads can fail', () => {
  const clerksAnswer = async (name: string) => {
    const one = walk(name);
    const clerk = await stage.world.as('sn-clerk');
    return { one, told: await stage.asker.ask(clerk, name, {}) };
  };
  const eyesOf = (login: string) => {
    const found = stage.logins.find(({ login_name }) => login_name === login);
    if (!found) throw new Error(`nobody is ${login}`);
    return { area: found.area, organisationId: found.organisation_id, userId: found.user_id };
  };

  it('what one area reads is a leak in the eyes of the other', async () => {
    const { one, told } = await clerksAnswer('purchaseOrders');
    one.look(told, eyesOf('sn-clerk'), 'area', 'sn');
    expect(one.wrong).toEqual([]);
    one.look(told, eyesOf('cq-clerk'), 'area', 'cq');
    expect(one.wrong.join()).toContain('of area 510900 in procurement.purchase_order');
  });

  it.each(['purchaseOrders', 'volumeReports', 'invoices', 'subContracts', 'payments', 'acceptanceLines'])(
    'a guard that lets a hospital read the %s of all is found out',
    async (name) => {
      const field = stage.world.schema.getQueryType()?.getFields()[name];
      const resolve = field?.resolve;
      if (!field || !resolve) throw new Error(`${name} has no resolver`);
      field.resolve = (source, args, context: object, info) =>
        resolve(
          source,
          args,
          { ...context, caller: { ...Reflect.get(context, 'caller'), role: 'agency-clerk' } },
          info,
        );
      try {
        const planted = new ReadWalk(
          stage.planted(),
          owners,
          foreign,
          name,
          queryFixtures[name] ?? { as: '', args: {} },
          {
            hospital: 'organisation',
          },
        );
        await planted.answers();
        await planted.leaks();
        expect(planted.wrong.join()).toContain('beyond organisation in');
      } finally {
        field.resolve = resolve;
      }
    },
  );
});
