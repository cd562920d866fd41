import { createHash } from 'node:crypto';
import type { TestDatabase } from '@huiji/migrations/testing';
import type { BenefitPack, CareFacts } from '../care/model/care';

/** A stable UUID for a name. */
export const uuidOf = (name: string): string => {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const json = (rows: readonly object[]): string =>
  JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));

/** Puts packs and people with their care straight into the tables, past the services: for tests of what comes after. */
export const plant = async (
  db: TestDatabase,
  area: string,
  packs: readonly BenefitPack[],
  people: readonly CareFacts[],
): Promise<readonly string[]> => {
  const ids = people.map((_, index) => uuidOf(`${area} person ${index}`));
  await plantPacks(db, area, packs);
  const run = (sql: string, rows: readonly object[]) => db.ownerQuery(sql, [area, json(rows)]);
  await run(
    `INSERT INTO long_term_care.person (area, id, full_name, sex, birth_date, street, identity_number_encrypted,
       identity_number_masked, identity_number_index)
     SELECT $1, id, '张小三', 'male', '1940-01-01', '七星岗街道', 'x', '500000********0000', id::text
     FROM jsonb_to_recordset($2::jsonb) AS r(id uuid)`,
    ids.map((id) => ({ id })),
  );
  await plantEntitlements(db, area, ids, people);
  await run(
    `INSERT INTO long_term_care.care_mode (area, id, person_id, mode, provider_id, starts_on, ends_on)
     SELECT $1, gen_random_uuid(), person_id, mode, "providerId", "startsOn", "endsOn"
     FROM jsonb_to_recordset($2::jsonb) AS r(person_id uuid, mode text, "providerId" uuid, "startsOn" date, "endsOn" date)`,
    people.flatMap(({ modes }, index) => modes.map((mode) => ({ ...mode, person_id: ids[index] }))),
  );
  await run(
    `INSERT INTO long_term_care.care_stop (area, id, person_id, kind, starts_on, ends_on, reported_on)
     SELECT $1, gen_random_uuid(), person_id, kind, "startsOn", "endsOn", '2022-03-01'
     FROM jsonb_to_recordset($2::jsonb) AS r(person_id uuid, kind text, "startsOn" date, "endsOn" date)`,
    people.flatMap(({ stops }, index) => stops.map((stop) => ({ ...stop, person_id: ids[index] }))),
  );
  return ids;
};

export const plantPacks = async (db: TestDatabase, area: string, packs: readonly BenefitPack[]): Promise<void> => {
  await db.ownerQuery(
    `INSERT INTO long_term_care.benefit_pack (area, id, name, valid_from, valid_to, start_rule, admission_day,
       discharge_day, death_day, move_day, publicity_days, validity_months, source)
     SELECT $1, id, 'test', "validFrom", "validTo", "startRule", "admissionDay", "dischargeDay", "deathDay", "moveDay", 7, 24, 'test'
     FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, "validFrom" date, "validTo" date, "startRule" text,
       "admissionDay" text, "dischargeDay" text, "deathDay" text, "moveDay" text)`,
    [area, json(packs)],
  );
  await db.ownerQuery(
    `INSERT INTO long_term_care.benefit_rate (area, pack_id, mode, grade, person_day_fen, provider_day_fen, only_if_mode_before)
     SELECT $1, pack_id, mode, grade, "personDayFen", "providerDayFen", "onlyIfModeBefore"
     FROM jsonb_to_recordset($2::jsonb) AS r(pack_id uuid, mode text, grade smallint, "personDayFen" bigint,
       "providerDayFen" bigint, "onlyIfModeBefore" date)`,
    [area, json(packs.flatMap(({ id, rates }) => rates.map((rate) => ({ ...rate, pack_id: id }))))],
  );
};

/** One application and one finished assessment for each entitlement, so that every key has its parent. */
const plantEntitlements = async (
  db: TestDatabase,
  area: string,
  ids: readonly string[],
  people: readonly CareFacts[],
): Promise<void> => {
  await db.ownerQuery(
    `INSERT INTO long_term_care.instrument VALUES ('test', '1', 'x', 'x', 'x', '{}', repeat('0', 64), false) ON CONFLICT DO NOTHING`,
  );
  const rows = people.flatMap(({ entitlements }, index) =>
    entitlements.map((one, nth) => ({ ...one, person_id: ids[index], id: uuidOf(`${area} ${index} ${nth}`) })),
  );
  const form = `jsonb_to_recordset($2::jsonb) AS r(id uuid, person_id uuid, grade smallint, "startsOn" date, "endsOn" date)`;
  const run = (sql: string) => db.ownerQuery(sql, [area, json(rows)]);
  await run(
    `INSERT INTO long_term_care.application (area, id, person_id, claimed_grade, disabled_since, treatment_record, insured,
       applied_on, state) SELECT $1, id, person_id, 3, '2020-01-01', 'x', true, '2021-08-01', 'concluded' FROM ${form}`,
  );
  await run(
    `INSERT INTO long_term_care.assessment (area, id, application_id, person_id, instrument_key, instrument_version, visit_on,
       visit_place, state, assessed_grade, concluded_on, confirmed_grade, confirmed_on, confirmed_by)
     SELECT $1, id, id, person_id, 'test', '1', '2021-08-02', 'x', 'confirmed', grade, '2021-08-02', grade, '2021-08-20', id FROM ${form}`,
  );
  await run(
    `INSERT INTO long_term_care.care_entitlement (area, id, person_id, assessment_id, grade, starts_on, ends_on)
     SELECT $1, id, person_id, id, grade, "startsOn", "endsOn" FROM ${form}`,
  );
};
