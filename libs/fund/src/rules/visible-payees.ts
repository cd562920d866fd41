import type { Payee, PayeeType } from '../model/bank-account';

/** Who reads: the role and organisation of a membership. */
export interface Viewer {
  readonly role: string;
  readonly organisationId: string;
}

interface Wish {
  readonly payeeType?: PayeeType | null;
  readonly payeeId?: string | null;
}

/** Whose accounts a caller sees: a hospital or supplier its own only, whatever it asks; the agency and the auditor all. */
export const visiblePayees = (viewer: Viewer, wish: Wish): Payee | null => {
  if (viewer.role === 'hospital' || viewer.role === 'supplier')
    return { payeeType: 'organisation', payeeId: viewer.organisationId };
  return wish.payeeType && wish.payeeId ? { payeeType: wish.payeeType, payeeId: wish.payeeId } : null;
};
