import type { Tx } from '../database/tx';

/** What the outbox must know of a job; the definition itself is made with `defineJob`. */
export interface JobName<Payload> {
  readonly name: string;
  readonly payload: { parse(value: unknown): Payload };
}

export const OUTBOX_CHANNEL = 'huiji_outbox';

/** News leaves with the transaction: a row now, a job after the commit. The payload holds ids only. */
export const announce = async <Payload>(tx: Tx, job: JobName<Payload>, payload: Payload): Promise<void> => {
  await tx.query(
    `INSERT INTO platform.outbox (area, id, job, payload, created_at) VALUES ($1, $2, $3, $4::jsonb, $5)`,
    [tx.area, tx.newId(), job.name, JSON.stringify(job.payload.parse(payload)), tx.now],
  );
  await tx.query(`SELECT pg_notify('${OUTBOX_CHANNEL}', $1)`, [tx.area]);
};

/** The same for many payloads of one job, in one statement. */
export const announceAll = async <Payload>(
  tx: Tx,
  job: JobName<Payload>,
  payloads: readonly Payload[],
): Promise<void> => {
  if (payloads.length === 0) return;
  const rows = payloads.map((payload) => ({ id: tx.newId(), payload: job.payload.parse(payload) }));
  await tx.query(
    `INSERT INTO platform.outbox (area, id, job, payload, created_at)
     SELECT $1, r.id, $2, r.payload, $3
     FROM ROWS FROM (jsonb_to_recordset($4::jsonb) AS (id uuid, payload jsonb)) WITH ORDINALITY AS r(id, payload, n)
     ORDER BY r.n`,
    [tx.area, job.name, tx.now, JSON.stringify(rows)],
  );
  await tx.query(`SELECT pg_notify('${OUTBOX_CHANNEL}', $1)`, [tx.area]);
};
