import { createContext, useContext } from 'react';
import type { Role } from '../api/session';
import type { Membership } from '../pages/login/log-in.documents';

/** Who is logged in, as which organisation, in which area, on which business date. */
export interface Me {
  readonly name: string;
  readonly role: Role;
  readonly organisation: string;
  readonly organisationId: string;
  readonly areaCode: string;
  readonly areaName: string;
  readonly demonstration: boolean;
  readonly businessDate: string;
  readonly memberships: readonly Membership[];
}

export const MeContext = createContext<Me | undefined>(undefined);

/** Only inside the frame, where somebody is logged in. */
export const useMe = (): Me => {
  const me = useContext(MeContext);
  if (me === undefined) throw new Error('useMe outside the frame');
  return me;
};
