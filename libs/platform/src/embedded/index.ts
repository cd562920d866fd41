export { databaseGrants, DATABASE_NAME, ROLES } from './bootstrap';
export { passwordsIn, type Passwords } from './credentials';
export { prepareExternal, ServerRefused, type ExternalServer } from './external-server';
export { findEmbedded, freePort, isAlive, startEmbedded, type EmbeddedOptions, type EmbeddedServer } from './server';
