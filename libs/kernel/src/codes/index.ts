export * from './bank-codes';
export * from './item-codes';
export * from './organisation-codes';
export * from './person-codes';
export { mod11Hybrid10, mod11Radix2 } from './check-digits';
