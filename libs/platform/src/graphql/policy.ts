import type { Config } from '../config/config';
import { defaultLimits, type QueryLimits } from './query-limits';

/** What the endpoint lets in: decided once, at the start. */
export interface GraphqlPolicy {
  readonly limits: QueryLimits;
  /** Who may read the schema. */
  readonly introspection: Config['introspection'];
  /** sha256 (hex) of the texts of the only operations that run; undefined: any operation runs. */
  readonly known: ReadonlySet<string> | undefined;
}

/** Any operation within the limits, and the schema for everybody: the demonstration's, and the tests'. */
export const openPolicy: GraphqlPolicy = { limits: defaultLimits, introspection: 'everybody', known: undefined };
