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
