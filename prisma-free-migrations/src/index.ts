export * from './migration';
export * from './run';
// A new migration is registered in ./list.ts: one import line and one list line.
export { migrations } from './list';
