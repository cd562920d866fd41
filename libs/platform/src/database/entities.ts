import { getMetadataArgsStorage } from 'typeorm';

/** Every class decorated as an entity that the running program has imported. */
export const registeredEntities = (): (new () => object)[] =>
  getMetadataArgsStorage().tables.flatMap(({ target }) =>
    typeof target === 'function' ? [target as new () => object] : [],
  );
