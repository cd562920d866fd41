import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { Asker } from './bad-input/asker';
import { tables } from './bad-input/tables';
import { Walk } from './bad-input/walk';
import { World } from './bad-input/world';

const schema = buildSchema(readFileSync(join(__dirname, '../../schema.graphql'), 'utf8'));
const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});

describe('a bad input is named, tells how to mend it, and changes nothing', () => {
  let world: World;
  let asker: Asker;
  beforeAll(async () => {
    world = await World.open();
    asker = new Asker(world, world.schema);
  }, 180_000);
  afterAll(() => world.close());

  it('every mutation of the schema has its table, and every table its mutation', () => {
    expect(Object.keys(tables).sort()).toEqual([...mutations].sort());
  });

  it.each(Object.entries(tables))(
    '%s',
    async (name, table) => {
      const before = await world.digest();
      expect(await Walk.through(world, asker, name, table)).toEqual([]);
      expect(await world.digest()).toBe(before);
    },
    60_000,
  );
});
