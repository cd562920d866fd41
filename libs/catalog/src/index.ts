export * from './catalog.module';
export * from './catalog.service';
export * from './catalog.words';
export * from './graphql/catalog.types';
export * from './invariants';
export * from './model/catalog.types';
export * from './persistence/catalog.entities';
export * from './persistence/catalog.repository';
export { catalogPermissions } from './permissions';
