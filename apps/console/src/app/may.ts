import type { Role } from '../api/session';
import { permissions } from '../generated/permissions';

/** A query or mutation, by name. */
export type Act = keyof typeof permissions;

/** Whether a role may run an operation, by the table that the server guards with. The server decides again. */
export const may = (role: Role, act: Act): boolean => (permissions[act] as readonly Role[]).includes(role);
