export * from './bank-codes';
export * from './item-codes';
export * from './organisation-codes';
export * from './person-codes';
