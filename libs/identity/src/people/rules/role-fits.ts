/** Kinds of organisations that people of a role act for. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  hospital: ['hospital'],
  supplier: ['supplier', 'manufacturer'],
  assessor: ['assessment-institution'],
};

/** Whether a person of this role may act for an organisation of this kind; all other roles are the agency's. */
export const roleFits = (role: string, kind: string): boolean => (KINDS[role] ?? ['agency']).includes(kind);
