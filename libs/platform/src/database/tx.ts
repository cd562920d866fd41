import type { AreaCode, PlainDate } from '@huiji/kernel';
import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';

/** A person who logged in; with `onBehalfOf`, the delegate of that other person (受托人), by a delegation with dates. */
export interface PersonActor {
  readonly kind: 'person';
  readonly userId: string;
  /** Whose membership it is (委托人); absent when the person acts for themselves. */
  readonly onBehalfOf?: string;
}

/** Who acts: a person who logged in, or a part of the system by name (never under a person's name). */
export type Actor = PersonActor | { readonly kind: 'system'; readonly name: string };

/** What a transaction is for: one area, one actor, and the request that asked for it. */
export interface Scope {
  readonly area: AreaCode;
  readonly actor: Actor;
  readonly requestId?: string;
  /** Address of the client, for the audit. */
  readonly client?: string;
}

/** One open transaction of one area. The first argument of every method of a service. */
export interface Tx {
  readonly area: AreaCode;
  readonly actor: Actor;
  readonly requestId: string | null;
  readonly clientAddress: string | null;
  /** The business date of the area: decides law. */
  readonly businessDate: PlainDate;
  /** The machine's clock at the begin: audit, tokens. */
  readonly now: Date;
  readonly manager: EntityManager;
  /** The bare connection, for COPY only. */
  readonly client: PoolClient;
  newId(): string;
  /** Parameterised SQL; int8 as bigint, date as text. */
  query<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
}

/** A tx in the hands of a person; stops when a part of the system came here. */
export const personOf = (tx: Tx): string => {
  if (tx.actor.kind !== 'person') throw new Error(`an act of a person, tried by ${tx.actor.name}`);
  return tx.actor.userId;
};

/** The people behind an act: the one who acts, and the one on whose behalf; a duty that one had, neither may have again. */
export const peopleOf = (tx: Tx): readonly string[] => {
  if (tx.actor.kind !== 'person') return [];
  const { userId, onBehalfOf } = tx.actor;
  return onBehalfOf === undefined ? [userId] : [userId, onBehalfOf];
};
