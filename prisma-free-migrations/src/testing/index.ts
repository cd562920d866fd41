export { seedArea, testDatabase, type TestDatabase, type TestDatabaseOptions } from './test-database';
