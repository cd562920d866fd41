import type { Fen, PlainDate } from '@huiji/kernel';
import type { Tx } from '@huiji/platform';
import type { BenefitPack, BenefitRate, Entitlement, ModeSpan, StopEvent } from '../model/care';
import { insertRows } from '../../persistence/rows';

type PackRow = Omit<BenefitPack, 'rates'>;
type RateRow = BenefitRate & { readonly packId: string };

/** Every pack of the area with its rates, oldest first. */
export const packsOf = async (tx: Tx): Promise<readonly BenefitPack[]> => {
  const packs = await tx.query<PackRow>(
    `SELECT id, valid_from AS "validFrom", valid_to AS "validTo", start_rule AS "startRule",
            admission_day AS "admissionDay", discharge_day AS "dischargeDay", death_day AS "deathDay", move_day AS "moveDay",
            publicity_days AS "publicityDays", validity_months AS "validityMonths"
     FROM long_term_care.benefit_pack WHERE area = $1 ORDER BY valid_from`,
    [tx.area],
  );
  const rates = await tx.query<RateRow>(
    `SELECT pack_id AS "packId", mode, grade, person_day_fen AS "personDayFen", provider_day_fen AS "providerDayFen",
            only_if_mode_before AS "onlyIfModeBefore"
     FROM long_term_care.benefit_rate WHERE area = $1 ORDER BY pack_id, mode, grade`,
    [tx.area],
  );
  return packs.map((pack) => ({
    ...pack,
    rates: rates.filter(({ packId }) => packId === pack.id).map(({ packId: _packId, ...rate }) => rate),
  }));
};

/** Ends the open pack on the day before `date`. */
export const endOpenPack = (tx: Tx, date: PlainDate): Promise<unknown> =>
  tx.query(
    `UPDATE long_term_care.benefit_pack SET valid_to = $2::date - 1
     WHERE area = $1 AND valid_to IS NULL AND valid_from < $2::date`,
    [tx.area, date],
  );

/** Whether a pack shares a day with these days. */
export const packOverlaps = async (tx: Tx, from: PlainDate, to: PlainDate | null): Promise<boolean> => {
  const rows = await tx.query(
    `SELECT 1 FROM long_term_care.benefit_pack
     WHERE area = $1 AND daterange(valid_from, valid_to, '[]') && daterange($2::date, $3::date, '[]') LIMIT 1`,
    [tx.area, from, to],
  );
  return rows.length > 0;
};

export interface PackOrigin {
  readonly name: string;
  /** The document that says so. */
  readonly source: string;
  readonly confirmedBy: string | null;
}

export const insertPack = async (
  tx: Tx,
  id: string,
  pack: Omit<BenefitPack, 'id'>,
  origin: PackOrigin,
): Promise<void> => {
  await tx.query(
    `INSERT INTO long_term_care.benefit_pack (area, id, name, valid_from, valid_to, start_rule, admission_day,
       discharge_day, death_day, move_day, publicity_days, validity_months, source, confirmed_by, confirmed_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,
       CASE WHEN $14::text IS NULL THEN NULL ELSE $15::date END)`,
    [
      tx.area,
      id,
      origin.name,
      pack.validFrom,
      pack.validTo,
      pack.startRule,
      pack.admissionDay,
      pack.dischargeDay,
      pack.deathDay,
      pack.moveDay,
      pack.publicityDays,
      pack.validityMonths,
      origin.source,
      origin.confirmedBy,
      tx.businessDate,
    ],
  );
  await insertRows(
    tx,
    'long_term_care.benefit_rate',
    {
      pack_id: 'uuid',
      mode: 'text',
      grade: 'smallint',
      person_day_fen: 'bigint',
      provider_day_fen: 'bigint',
      only_if_mode_before: 'date',
    },
    pack.rates.map((rate) => ({
      pack_id: id,
      mode: rate.mode,
      grade: rate.grade,
      person_day_fen: rate.personDayFen,
      provider_day_fen: rate.providerDayFen,
      only_if_mode_before: rate.onlyIfModeBefore,
    })),
  );
};

export interface EntitlementRow extends Entitlement {
  readonly id: string;
  readonly personId: string;
  readonly assessmentId: string;
}
export interface ModeRow extends ModeSpan {
  readonly id: string;
  readonly personId: string;
}
export interface StopRow extends StopEvent {
  readonly id: string;
  readonly personId: string;
}

export const entitlementsOf = (tx: Tx, personIds: readonly string[]): Promise<EntitlementRow[]> =>
  tx.query<EntitlementRow>(
    `SELECT id, person_id AS "personId", assessment_id AS "assessmentId", grade, starts_on AS "startsOn", ends_on AS "endsOn"
     FROM long_term_care.care_entitlement WHERE area = $1 AND person_id = ANY($2::uuid[]) ORDER BY person_id, starts_on`,
    [tx.area, personIds],
  );

export const modesOf = (tx: Tx, personIds: readonly string[]): Promise<ModeRow[]> =>
  tx.query<ModeRow>(
    `SELECT id, person_id AS "personId", mode, provider_id AS "providerId", starts_on AS "startsOn", ends_on AS "endsOn"
     FROM long_term_care.care_mode WHERE area = $1 AND person_id = ANY($2::uuid[]) ORDER BY person_id, starts_on`,
    [tx.area, personIds],
  );

export const stopsOf = (tx: Tx, personIds: readonly string[]): Promise<StopRow[]> =>
  tx.query<StopRow>(
    `SELECT id, person_id AS "personId", kind, starts_on AS "startsOn", ends_on AS "endsOn"
     FROM long_term_care.care_stop WHERE area = $1 AND person_id = ANY($2::uuid[]) ORDER BY person_id, starts_on, kind`,
    [tx.area, personIds],
  );

/** Locks people against changes of their care, in one order. */
export const lockPeople = async (tx: Tx, personIds: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await tx.query<{ id: string }>(
    `SELECT id FROM long_term_care.person WHERE area = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE`,
    [tx.area, personIds],
  );
  return new Set(rows.map(({ id }) => id));
};

/** Those of these organisations that give long-term care in the area. */
export const careInstitutions = async (tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set();
  const rows = await tx.query<{ organisation_id: string }>(
    `SELECT organisation_id FROM catalog.area_organisation
     WHERE area = $1 AND organisation_id = ANY($2::uuid[]) AND 'care-institution' = ANY(roles)`,
    [tx.area, ids],
  );
  return new Set(rows.map(({ organisation_id }) => organisation_id));
};

/** Whether the area knows the person. */
export const isKnown = async (tx: Tx, personId: string): Promise<boolean> =>
  (await tx.query('SELECT 1 FROM long_term_care.person WHERE area = $1 AND id = $2', [tx.area, personId])).length === 1;

/** New entitlements; an older one that still runs ends the day before the new one starts. */
export const insertEntitlements = async (
  tx: Tx,
  rows: readonly {
    id: string;
    person_id: string;
    assessment_id: string;
    grade: number;
    starts_on: string;
    ends_on: string;
  }[],
): Promise<void> => {
  await tx.query(
    `UPDATE long_term_care.care_entitlement e SET ends_on = r.starts_on - 1
     FROM jsonb_to_recordset($2::jsonb) AS r(person_id uuid, starts_on date)
     WHERE e.area = $1 AND e.person_id = r.person_id AND e.starts_on < r.starts_on AND e.ends_on >= r.starts_on`,
    [tx.area, JSON.stringify(rows)],
  );
  await insertRows(
    tx,
    'long_term_care.care_entitlement',
    { id: 'uuid', person_id: 'uuid', assessment_id: 'uuid', grade: 'smallint', starts_on: 'date', ends_on: 'date' },
    rows,
  );
};

/** New modes; an open one ends the day before the new one starts. */
export const insertModes = async (
  tx: Tx,
  rows: readonly { id: string; person_id: string; mode: string; provider_id: string | null; starts_on: string }[],
): Promise<void> => {
  await tx.query(
    `UPDATE long_term_care.care_mode m SET ends_on = r.starts_on - 1
     FROM jsonb_to_recordset($2::jsonb) AS r(person_id uuid, starts_on date)
     WHERE m.area = $1 AND m.person_id = r.person_id AND m.ends_on IS NULL AND m.starts_on < r.starts_on`,
    [tx.area, JSON.stringify(rows)],
  );
  await insertRows(
    tx,
    'long_term_care.care_mode',
    { id: 'uuid', person_id: 'uuid', mode: 'text', provider_id: 'uuid', starts_on: 'date' },
    rows,
  );
};

export const insertStop = (
  tx: Tx,
  row: { id: string; personId: string; kind: string; startsOn: string; endsOn: string | null },
): Promise<unknown> =>
  tx.query(
    `INSERT INTO long_term_care.care_stop (area, id, person_id, kind, starts_on, ends_on, reported_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.area, row.id, row.personId, row.kind, row.startsOn, row.endsOn, tx.businessDate],
  );

export const endStop = (tx: Tx, id: string, endsOn: string): Promise<unknown> =>
  tx.query('UPDATE long_term_care.care_stop SET ends_on = $3 WHERE area = $1 AND id = $2 AND ends_on IS NULL', [
    tx.area,
    id,
    endsOn,
  ]);

export interface PaidMonth {
  readonly personId: string;
  readonly month: string;
  readonly runId: string;
  readonly amountFen: Fen;
}

/** The months these people are paid for, from a month on. */
export const paidMonthsFrom = (tx: Tx, personIds: readonly string[], fromMonth: string): Promise<PaidMonth[]> =>
  tx.query<PaidMonth>(
    `SELECT person_id AS "personId", month, run_id AS "runId", amount_fen AS "amountFen" FROM long_term_care.care_month
     WHERE area = $1 AND person_id = ANY($2::uuid[]) AND month >= $3 AND kind = 'regular' ORDER BY person_id, month`,
    [tx.area, personIds, fromMonth],
  );
