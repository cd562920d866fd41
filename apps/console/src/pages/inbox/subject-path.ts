const paths: Readonly<Record<string, (id: string) => string>> = {
  'payment-batch': (id) => `/batches/${id}`,
  payment: (id) => `/payments/${id}`,
  'volume-report': (id) => `/reports/${id}`,
  'approval-policy': () => '/approval-policy',
  webhook: () => '/notifications',
};

/** Where a thing is opened; undefined when it has no page. */
export const subjectPath = (subjectType: string, subjectId: string): string | undefined =>
  paths[subjectType]?.(subjectId);
