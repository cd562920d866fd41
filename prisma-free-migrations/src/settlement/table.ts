import type { Grant } from '../migration';

/** A table of this migration with everything that belongs to it. */
export interface TableText {
  readonly name: string;
  readonly create: string;
  readonly indexes: readonly string[];
  readonly comment: string;
  readonly grant: Grant;
  /** The only columns that the application may update; absent: as the grant says. */
  readonly columns?: string;
}
