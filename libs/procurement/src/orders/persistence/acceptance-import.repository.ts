import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { FieldIssue } from '@huiji/kernel';
import type { Tx } from '@huiji/platform';
import { from as copyFrom } from 'pg-copy-streams';
import type { LineBatch } from '../acceptance-lines.stream';
import type { AcceptanceImportView } from '../model/order.types';
import { idsAfter } from './line-ids';
import { copyStaged, STAGED, validateAndApply } from './acceptance-import.sql';

const COLUMNS = `id, hospital_id AS "hospitalId", file_id AS "fileId", acceptance_id AS "acceptanceId",
  lines_read AS "linesRead", lines_applied AS "linesApplied", faults, state`;

/** Imports of acceptance files: staged by COPY, checked and applied by one statement. */
@Injectable()
export class AcceptanceImportRepository {
  async insert(tx: Tx, hospitalId: string | null, fileId: string): Promise<string | undefined> {
    const rows = await tx.query<{ id: string }>(
      `INSERT INTO procurement.acceptance_import (area, id, hospital_id, file_id, state)
       VALUES ($1, $2, $3, $4, 'received') ON CONFLICT DO NOTHING RETURNING id`,
      [tx.area, tx.newId(), hospitalId, fileId],
    );
    return rows[0]?.id;
  }

  async find(tx: Tx, id: string): Promise<AcceptanceImportView | undefined> {
    const rows = await tx.query<AcceptanceImportView>(
      `SELECT ${COLUMNS} FROM procurement.acceptance_import WHERE area = $1 AND id = $2`,
      [tx.area, id],
    );
    return rows[0];
  }

  async lock(tx: Tx, id: string): Promise<AcceptanceImportView | undefined> {
    const rows = await tx.query<AcceptanceImportView>(
      `SELECT ${COLUMNS} FROM procurement.acceptance_import WHERE area = $1 AND id = $2 FOR UPDATE`,
      [tx.area, id],
    );
    return rows[0];
  }

  /**
   * Copies typed lines into the staging table; answers how many. Faults go to `seen.faults`, progress to `seen.bytes`.
   * One COPY for every few MiB: between two of them the same connection reads the next piece of the file.
   */
  async stage(
    tx: Tx,
    importId: string,
    batches: AsyncIterable<LineBatch>,
    seen: {
      readonly faults: (faults: readonly FieldIssue[]) => void;
      readonly bytes: (bytes: number) => Promise<void>;
    },
  ): Promise<bigint> {
    const lead = `${tx.area}\t${importId}\t`;
    const nextId = idsAfter(tx.newId());
    let lines = 0n;
    let held: string[] = [];
    let size = 0;
    const flush = async (): Promise<void> => {
      if (size > 0) await copyTexts(tx, held);
      held = [];
      size = 0;
    };
    for await (const batch of batches) {
      seen.faults(batch.faults);
      const text = rowsText(lead, nextId, batch);
      held.push(text);
      size += text.length;
      lines += BigInt(batch.lines.length);
      if (size >= COPY_UNITS) await flush();
      await seen.bytes(batch.bytes);
    }
    await flush();
    await tx.query(`ANALYZE ${STAGED}`);
    return lines;
  }

  async insertFaults(tx: Tx, importId: string, faults: readonly FieldIssue[]): Promise<void> {
    await tx.query(
      `INSERT INTO procurement.acceptance_import_fault (area, import_id, row_number, field, code, facts)
       SELECT $1, $2, f.* FROM unnest($3::bigint[], $4::text[], $5::text[], $6::jsonb[]) AS f`,
      [
        tx.area,
        importId,
        faults.map(({ row }) => row ?? 1),
        faults.map(({ field }) => field),
        faults.map(({ code }) => code),
        faults.map(({ facts }) => JSON.stringify(facts ?? {})),
      ],
    );
  }

  /** Checks every staged line and applies all or none; answers the faults it stored. The staged lines are gone after. */
  async validateAndApply(
    tx: Tx,
    run: {
      readonly id: string;
      readonly acceptanceId: string;
      readonly hospitalId: string | null;
      readonly clean: boolean;
    },
  ): Promise<bigint> {
    await tx.query(`SET LOCAL work_mem = '128MB'`);
    const rows = await tx.query<{ faults: bigint }>(validateAndApply, [
      tx.area,
      run.acceptanceId,
      run.id,
      run.hospitalId,
      tx.businessDate,
      run.clean,
    ]);
    await tx.query(`DELETE FROM ${STAGED} WHERE area = $1 AND import_id = $2`, [tx.area, run.id]);
    return rows[0]?.faults ?? 0n;
  }

  async setCounts(
    tx: Tx,
    id: string,
    counts: {
      readonly read: bigint;
      readonly applied: bigint;
      readonly faults: bigint;
      readonly acceptanceId: string | null;
    },
  ): Promise<void> {
    await tx.query(
      `UPDATE procurement.acceptance_import SET lines_read = $3, lines_applied = $4, faults = $5, acceptance_id = $6
       WHERE area = $1 AND id = $2`,
      [tx.area, id, counts.read, counts.applied, counts.faults, counts.acceptanceId],
    );
  }
}

/** Characters of one COPY. */
const COPY_UNITS = 4 * 1024 * 1024;

const copyTexts = async (tx: Tx, texts: readonly string[]): Promise<void> => {
  const copy = tx.client.query(copyFrom(copyStaged));
  await pipeline(Readable.from(texts), copy);
};

/** Lines in COPY's text form. Every cell has passed the form check, so none holds a tab or a backslash. */
const rowsText = (lead: string, nextId: () => string, { lines }: LineBatch): string => {
  let text = '';
  for (const { row, line } of lines)
    text += `${lead}${nextId()}\t${row.toString()}\t${line.shipmentNumber}\t${line.lineNumber}\t${line.acceptedOn}\t${line.accepted}\t${line.damaged}\t${line.missing}\n`;
  return text;
};
