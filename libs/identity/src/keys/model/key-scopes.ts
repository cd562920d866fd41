/** What a key may do, in words a hospital's own system needs. */
export const keyScopes = [
  'reports:read',
  'reports:write',
  'orders:read',
  'orders:write',
  'supply:read',
  'supply:write',
  'invoices:read',
  'invoices:write',
  'files',
] as const;

export type KeyScope = (typeof keyScopes)[number];

/** The operations of each scope. None decides about money, people or rights. */
export const scopeOperations: Readonly<Record<KeyScope, readonly string[]>> = {
  'reports:read': ['reportingCampaigns', 'volumeReport', 'volumeReports', 'products', 'rounds'],
  'reports:write': ['volumeReportEnter', 'volumeReportUpload', 'volumeReportTemplateMake', 'volumeReportSubmit'],
  'orders:read': ['purchaseOrder', 'purchaseOrders', 'subContracts', 'products'],
  'orders:write': ['purchaseOrderPlace', 'purchaseOrderConfirm', 'purchaseOrderCancel', 'purchaseOrderRefuse'],
  'supply:read': ['shipment', 'shipments', 'acceptanceImport', 'acceptanceImportFaults', 'acceptanceLines'],
  'supply:write': ['shipmentSend', 'acceptanceRecord', 'acceptanceFileImport', 'unitsReturn'],
  'invoices:read': ['invoice', 'invoices', 'invoicePath', 'payable', 'payables'],
  'invoices:write': ['invoiceSubmit', 'invoiceWithdraw'],
  files: ['files'],
};

/** Every operation of these scopes, and `me`, which tells a system who it is. */
export const operationsOf = (scopes: readonly KeyScope[]): ReadonlySet<string> =>
  new Set(['me', ...scopes.flatMap((scope) => scopeOperations[scope])]);
