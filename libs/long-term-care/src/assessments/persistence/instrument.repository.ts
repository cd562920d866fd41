import type { PlainDate } from '@huiji/kernel';
import type { Tx } from '@huiji/platform';

export interface StoredInstrument {
  readonly key: string;
  readonly version: string;
  readonly sha256: string;
}

export interface Confirmation {
  readonly key: string;
  readonly version: string;
  readonly sha256: string;
  readonly officerName: string;
  readonly document: string;
  readonly confirmedOn: PlainDate;
}

/** Adds a version of an instrument unless it is there; answers what is there. */
export const keepInstrument = async (
  tx: Tx,
  row: StoredInstrument & {
    readonly nameZh: string;
    readonly nameEn: string;
    readonly source: string;
    readonly content: string;
    readonly needsConfirmation: boolean;
  },
): Promise<StoredInstrument | undefined> => {
  await tx.query(
    `INSERT INTO long_term_care.instrument (instrument_key, instrument_version, name_zh, name_en, source, content,
       content_sha256, needs_confirmation)
     VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7, $8) ON CONFLICT DO NOTHING`,
    [row.key, row.version, row.nameZh, row.nameEn, row.source, row.content, row.sha256, row.needsConfirmation],
  );
  const rows = await tx.query<StoredInstrument>(
    `SELECT instrument_key AS key, instrument_version AS version, content_sha256 AS sha256
     FROM long_term_care.instrument WHERE instrument_key = $1 AND instrument_version = $2`,
    [row.key, row.version],
  );
  return rows[0];
};

export const confirmationsOf = (tx: Tx): Promise<Confirmation[]> =>
  tx.query<Confirmation>(
    `SELECT instrument_key AS key, instrument_version AS version, content_sha256 AS sha256,
            officer_name AS "officerName", document, confirmed_on AS "confirmedOn"
     FROM long_term_care.instrument_confirmation WHERE area = $1 ORDER BY instrument_key, instrument_version`,
    [tx.area],
  );

/** Adds the confirmation of an instrument by the area; answers false when it has one. */
export const insertConfirmation = async (
  tx: Tx,
  row: StoredInstrument & {
    readonly id: string;
    readonly officerId: string;
    readonly officerName: string;
    readonly document: string;
  },
): Promise<boolean> => {
  const added = await tx.query(
    `INSERT INTO long_term_care.instrument_confirmation (area, id, instrument_key, instrument_version, content_sha256,
       officer_id, officer_name, document, confirmed_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
    [tx.area, row.id, row.key, row.version, row.sha256, row.officerId, row.officerName, row.document, tx.businessDate],
  );
  return added.length === 1;
};

/** Whether the area is marked as a demonstration. */
export const isDemonstration = async (tx: Tx): Promise<boolean> => {
  const [row] = await tx.query<{ demonstration: boolean }>('SELECT demonstration FROM platform.area WHERE area = $1', [
    tx.area,
  ]);
  return row?.demonstration === true;
};
