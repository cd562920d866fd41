import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson, notFound, ok, refuse, type Refusal, type Result } from '@huiji/kernel';
import { Database } from '../database/database';
import { personOf, type Tx } from '../database/tx';
import type { Caller } from './caller';

interface StoredRequest {
  readonly input_hash: string;
  readonly result_id: string;
}

/**
 * Same request, same result: every mutation runs through here with a request id its client made.
 * Same id and input → the first success, rendered again under today's permissions; same id, other input → refusal
 * REQUEST_REUSED. A refusal rolls back and is not remembered. A second caller with an id in flight waits on the key.
 * A log-in that was ended meanwhile does nothing more, however long its access token lasts: refusal SESSION_OVER.
 */
@Injectable()
export class Requests {
  constructor(private readonly database: Database) {}

  async perform<T>(
    caller: Caller,
    mutation: string,
    input: { readonly requestId: string },
    act: (tx: Tx) => Promise<Result<string>>,
    render: (tx: Tx, id: string) => Promise<T | undefined>,
  ): Promise<T | Refusal> {
    const scope = { ...caller.scope, requestId: input.requestId };
    const { requestId: _requestId, ...body } = input;
    const hash = createHash('sha256').update(canonicalJson(body)).digest('hex');
    const answer = await this.database.inTransaction(scope, async (tx) => {
      if (caller.standing && !(await caller.standing(tx))) return refuse('rule', 'SESSION_OVER');
      const done = await this.once(tx, mutation, input.requestId, hash, act);
      if (!done.ok) return done;
      const view = await render(tx, done.value);
      return view === undefined ? notFound(mutation) : ok(view);
    });
    return answer.ok ? answer.value : answer.refusal;
  }

  private async once(
    tx: Tx,
    mutation: string,
    requestId: string,
    hash: string,
    act: (tx: Tx) => Promise<Result<string>>,
  ): Promise<Result<string>> {
    const key = [tx.area, personOf(tx), mutation, requestId];
    const fresh = await tx.query(
      `INSERT INTO platform.request (area, actor_id, mutation, request_id, input_hash, at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING request_id`,
      [...key, hash, tx.now],
    );
    if (fresh.length === 0) return this.remembered(tx, key, hash);
    const result = await act(tx);
    if (result.ok) {
      await tx.query(
        `UPDATE platform.request SET result_id = $5 WHERE area = $1 AND actor_id = $2 AND mutation = $3 AND request_id = $4`,
        [...key, result.value],
      );
    }
    return result;
  }

  private async remembered(tx: Tx, key: readonly string[], hash: string): Promise<Result<string>> {
    const [row] = await tx.query<StoredRequest>(
      `SELECT input_hash, result_id FROM platform.request WHERE area = $1 AND actor_id = $2 AND mutation = $3 AND request_id = $4`,
      key,
    );
    if (!row || row.input_hash !== hash) return refuse('conflict', 'REQUEST_REUSED');
    return ok(row.result_id);
  }
}
