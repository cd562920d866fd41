import { Injectable } from '@nestjs/common';
import { notFound, ok, refuse, type FieldIssue, type Result } from '@huiji/kernel';
import {
  announce,
  Files,
  moveState,
  recordAction,
  type Caller,
  type FileInfo,
  type JobTelling,
  type Tx,
} from '@huiji/platform';
import { acceptanceLineBatches } from './acceptance-lines.stream';
import { importAcceptanceLines } from './jobs/import-acceptance-lines.definition';
import type { AcceptanceImportView } from './model/order.types';
import { AcceptanceImportRepository } from './persistence/acceptance-import.repository';
import { AcceptanceRepository } from './persistence/acceptance.repository';

const TELL_EVERY_BYTES = 4 * 1024 * 1024;
/** Faults of form that are kept of one file; beyond that a file is not a file of acceptances. */
const MAX_FORM_FAULTS = 100_000;

/** Files of acceptances from hospital systems: applied wholly or not at all (X6). */
@Injectable()
export class AcceptanceImportService {
  constructor(
    private readonly rows: AcceptanceImportRepository,
    private readonly acceptances: AcceptanceRepository,
    private readonly files: Files,
  ) {}

  /**
   * Receives a file (CSV, plain or gzip; columns shipment_number, line_number, accepted_on, accepted, damaged, missing)
   * and lets a job apply it. A hospital's file may speak of its own shipments only. Answers the import's id.
   * Refusals: NOT_FOUND, FILE_IMPORTED_BEFORE.
   */
  async start(tx: Tx, caller: Caller, fileId: string): Promise<Result<string>> {
    const file = await this.files.describeFor(tx, caller, fileId);
    if (file === undefined) return notFound('file');
    const hospitalId = caller.role === 'hospital' ? caller.organisationId : null;
    const id = await this.rows.insert(tx, hospitalId, file.id);
    if (id === undefined) return refuse('conflict', 'FILE_IMPORTED_BEFORE');
    await recordAction(tx, {
      subjectType: 'acceptance-import',
      subjectId: id,
      kind: 'AcceptanceFileReceived',
      to: 'received',
      payload: { fileId, sha256: file.sha256 },
    });
    await announce(tx, importAcceptanceLines, { area: tx.area, importId: id });
    return ok(id);
  }

  /** Runs a received import, for the job: stages, checks, applies all or none. Done before: does nothing. */
  async run(tx: Tx, importId: string, telling: JobTelling): Promise<Result<void>> {
    const found = await this.rows.lock(tx, importId);
    if (found?.state !== 'received') return ok(undefined);
    const file = await this.files.describe(tx, found.fileId);
    if (file === undefined) return notFound('file');
    const formFaults: FieldIssue[] = [];
    const read = await this.stage(tx, found, file, formFaults, telling);
    if (formFaults.length > 0) await this.rows.insertFaults(tx, found.id, formFaults);
    const clean = formFaults.length === 0 && read > 0n;
    const acceptanceId = tx.newId();
    if (read === 0n && formFaults.length === 0)
      await this.rows.insertFaults(tx, found.id, [{ field: 'file', row: 1, code: 'NO_LINES' }]);
    const more = await this.rows.validateAndApply(tx, {
      id: found.id,
      acceptanceId,
      hospitalId: found.hospitalId,
      clean,
    });
    const faults = BigInt(formFaults.length) + more + (read === 0n && formFaults.length === 0 ? 1n : 0n);
    const applied = faults === 0n;
    if (applied)
      await this.acceptances.insertAcceptance(tx, { id: acceptanceId, hospitalId: found.hospitalId, shipmentId: null });
    await this.rows.setCounts(tx, found.id, {
      read,
      applied: applied ? read : 0n,
      faults,
      acceptanceId: applied ? acceptanceId : null,
    });
    return moveState(tx, {
      table: 'procurement.acceptance_import',
      subjectType: 'acceptance-import',
      subjectId: found.id,
      from: 'received',
      to: applied ? 'applied' : 'faulty',
      kind: applied ? 'AcceptanceFileApplied' : 'AcceptanceFileFoundFaulty',
      payload: { lines: read, faults },
    });
  }

  private stage(
    tx: Tx,
    found: AcceptanceImportView,
    file: FileInfo,
    formFaults: FieldIssue[],
    telling: JobTelling,
  ): Promise<bigint> {
    let told = 0;
    return this.rows.stage(tx, found.id, acceptanceLineBatches(this.files.bytes(tx, file)), {
      faults: (faults) => {
        if (formFaults.length < MAX_FORM_FAULTS) formFaults.push(...faults);
      },
      bytes: async (bytes) => {
        if (bytes - told < TELL_EVERY_BYTES) return;
        told = bytes;
        await telling.progress(BigInt(bytes), BigInt(Math.max(bytes, file.sizeBytes)));
      },
    });
  }
}

/** The service with its rows, for programs that have no container. */
export const makeAcceptanceImportService = (): AcceptanceImportService =>
  new AcceptanceImportService(new AcceptanceImportRepository(), new AcceptanceRepository(), new Files());
