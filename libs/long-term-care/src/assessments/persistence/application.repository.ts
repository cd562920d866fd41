import type { Tx } from '@huiji/platform';
import type { Application, Person } from '../model/person';
import type { ApplicationState } from '../../model/states';
import { insertRows } from '../../persistence/rows';

export interface NewPerson {
  readonly id: string;
  readonly full_name: string;
  readonly sex: 'male' | 'female';
  readonly birth_date: string;
  readonly street: string;
  readonly identity_number_encrypted: string;
  readonly identity_number_masked: string;
  readonly identity_number_index: string;
}

export interface NewApplication {
  readonly id: string;
  readonly person_id: string;
  readonly claimed_grade: number;
  readonly disabled_since: string;
  readonly treatment_record: string;
  readonly insured: boolean;
  readonly guardian_name: string | null;
  readonly guardian_relation: string | null;
  readonly applied_on: string;
  readonly state: ApplicationState;
}

const PERSON = `p.id, p.full_name AS "fullName", p.sex, p.birth_date AS "birthDate", p.street,
  p.identity_number_masked AS "identityNumberMasked"`;

const APPLICATION = `a.id, a.person_id AS "personId", a.claimed_grade AS "claimedGrade",
  a.disabled_since AS "disabledSince", a.treatment_record AS "treatmentRecord", a.insured,
  a.guardian_name AS "guardianName", a.guardian_relation AS "guardianRelation", a.applied_on AS "appliedOn",
  a.state, a.version`;

export interface KnownPerson {
  readonly id: string;
  readonly key: string;
  readonly fullName: string;
}

export interface StandingPerson extends KnownPerson {
  readonly street: string;
}

/** People the area knows by these blind indexes, locked: nobody changes or forgets them meanwhile. */
export const standingPeople = (tx: Tx, keys: readonly string[]): Promise<StandingPerson[]> =>
  tx.query<StandingPerson>(
    `SELECT p.id, p.identity_number_index AS key, p.full_name AS "fullName", p.street FROM long_term_care.person p
     WHERE p.area = $1 AND p.identity_number_index = ANY($2::text[]) ORDER BY p.id FOR UPDATE`,
    [tx.area, keys],
  );

/** Adds people that the area does not know yet, brings the street of the others up to date; answers all by blind index. */
export const keepPeople = async (tx: Tx, people: readonly NewPerson[]): Promise<ReadonlyMap<string, KnownPerson>> => {
  const rows = await insertRows<KnownPerson>(
    tx,
    'long_term_care.person AS p',
    {
      id: 'uuid',
      full_name: 'text',
      sex: 'text',
      birth_date: 'date',
      street: 'text',
      identity_number_encrypted: 'text',
      identity_number_masked: 'text',
      identity_number_index: 'text',
    },
    people,
    `ON CONFLICT (area, identity_number_index) DO UPDATE SET street = EXCLUDED.street
     RETURNING p.id, p.identity_number_index AS key, p.full_name AS "fullName"`,
  );
  return new Map(rows.map((row) => [row.key, row]));
};

/** Adds applications; answers the ids that went in: a person with an open application takes no second one. */
export const insertApplications = (tx: Tx, rows: readonly NewApplication[]): Promise<readonly { id: string }[]> =>
  insertRows<{ id: string }>(
    tx,
    'long_term_care.application',
    {
      id: 'uuid',
      person_id: 'uuid',
      claimed_grade: 'smallint',
      disabled_since: 'date',
      treatment_record: 'text',
      insured: 'boolean',
      guardian_name: 'text',
      guardian_relation: 'text',
      applied_on: 'date',
      state: 'text',
    },
    rows,
    `ON CONFLICT (area, person_id) WHERE state IN ('submitted', 'accepted') DO NOTHING RETURNING id`,
  );

export const applicationsById = (
  tx: Tx,
  ids: readonly string[],
  lock: '' | 'FOR UPDATE' = '',
): Promise<Application[]> =>
  tx.query<Application>(
    `SELECT ${APPLICATION} FROM long_term_care.application a
     WHERE a.area = $1 AND a.id = ANY($2::uuid[]) ORDER BY a.id ${lock}`,
    [tx.area, ids],
  );

export const peopleById = (tx: Tx, ids: readonly string[]): Promise<Person[]> =>
  tx.query<Person>(
    `SELECT ${PERSON} FROM long_term_care.person p WHERE p.area = $1 AND p.id = ANY($2::uuid[]) ORDER BY p.id`,
    [tx.area, ids],
  );

/** One page of applications; `slice` is a keyset over a.id with parameters from $3. */
export const applicationPage = (
  tx: Tx,
  state: ApplicationState | null,
  slice: {
    readonly where: string;
    readonly orderBy: string;
    readonly limit: number;
    readonly params: readonly unknown[];
  },
): Promise<Application[]> =>
  tx.query<Application>(
    `SELECT ${APPLICATION} FROM long_term_care.application a
     WHERE a.area = $1 AND ($2::text IS NULL OR a.state = $2) AND ${slice.where}
     ORDER BY ${slice.orderBy} LIMIT ${slice.limit}`,
    [tx.area, state, ...slice.params],
  );

/** Why applications were returned: the reason of the last return. */
export const returnReasons = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx.query<{ id: string; reason: string }>(
    `SELECT DISTINCT ON (subject_id) subject_id AS id, reason FROM platform.action
     WHERE area = $1 AND subject_type = 'care-application' AND kind = 'ApplicationReturned' AND subject_id = ANY($2::uuid[])
     ORDER BY subject_id, seq DESC`,
    [tx.area, ids],
  );
  return new Map(rows.map(({ id, reason }) => [id, reason]));
};
