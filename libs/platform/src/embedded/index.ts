export { DATABASE_NAME, databaseStatements, ROLES, roleStatements, schemaStatements } from './bootstrap';
export { passwordsIn, type Passwords } from './credentials';
export { startEmbedded, type EmbeddedOptions, type EmbeddedServer } from './server';
