import { fileKinds, walkFile } from './bad-input/files/walk-files';
import { World } from './bad-input/world';

describe('a bad file is told every fault with row, column and mend, and nothing of it is taken', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  }, 180_000);
  afterAll(() => world.close());

  describe.each(fileKinds.map((kind) => [kind.name, kind] as const))('%s', (_, kind) => {
    it.each(kind.rows.map((row) => [row.fault, row.words, row] as const))('%s: %s', async (_fault, _words, row) => {
      const good = await kind.good(world);
      const before = await world.digest(kind.leftOut);
      expect(await walkFile(world, kind, row, good)).toEqual([]);
      expect(await world.digest(kind.leftOut)).toBe(before);
    });
  });
});
