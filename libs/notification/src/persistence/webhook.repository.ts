import { Injectable } from '@nestjs/common';
import type { KeysetSlice, Tx } from '@huiji/platform';
import type { NoticeFacts } from '../model/notice';
import type { WebhookDeliveryState, WebhookKind, WebhookState } from '../model/kinds';

export interface StoredWebhook {
  readonly id: string;
  readonly organisationId: string;
  readonly url: string;
  readonly secretSealed: string;
  readonly kinds: readonly WebhookKind[];
  readonly state: WebhookState;
  readonly failuresInRow: number;
  readonly madeAt: Date;
}

export interface StoredEvent {
  readonly id: string;
  readonly webhookId: string;
  readonly kind: WebhookKind;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly facts: NoticeFacts;
  readonly state: WebhookDeliveryState;
  readonly attempts: number;
  readonly madeAt: Date;
  readonly decidedAt: Date | null;
  /** Of the last try. */
  readonly status: number | null;
  readonly fault: string | null;
}

const WEBHOOK = `w.id, w.organisation_id AS "organisationId", w.url, w.secret_sealed AS "secretSealed", w.kinds, w.state,
  w.failures_in_row AS "failuresInRow", w.made_at AS "madeAt"`;

const EVENT = `d.id, d.webhook_id AS "webhookId", d.kind, d.subject_type AS "subjectType", d.subject_id AS "subjectId",
  d.facts, d.state, d.attempts, d.made_at AS "madeAt", d.decided_at AS "decidedAt"`;

@Injectable()
export class WebhookRepository {
  async insert(tx: Tx, webhook: Omit<StoredWebhook, 'id' | 'failuresInRow' | 'state' | 'madeAt'> & { madeBy: string }) {
    const id = tx.newId();
    await tx.query(
      `INSERT INTO notification.webhook (area, id, organisation_id, url, secret_sealed, kinds, state, made_by, made_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'active', $7, $8)`,
      [tx.area, id, webhook.organisationId, webhook.url, webhook.secretSealed, webhook.kinds, webhook.madeBy, tx.now],
    );
    return id;
  }

  /** Live webhooks of an organisation, oldest first. */
  ofOrganisation(tx: Tx, organisationId: string): Promise<StoredWebhook[]> {
    return tx.query(
      `SELECT ${WEBHOOK} FROM notification.webhook w
       WHERE w.area = $1 AND w.organisation_id = $2 AND w.state <> 'ended' ORDER BY w.made_at, w.id`,
      [tx.area, organisationId],
    );
  }

  async find(tx: Tx, id: string, organisationId: string | null, lock = false): Promise<StoredWebhook | undefined> {
    const [row] = await tx.query<StoredWebhook>(
      `SELECT ${WEBHOOK} FROM notification.webhook w
       WHERE w.area = $1 AND w.id = $2 AND ($3::uuid IS NULL OR w.organisation_id = $3) ${lock ? 'FOR UPDATE' : ''}`,
      [tx.area, id, organisationId],
    );
    return row;
  }

  async setSecret(tx: Tx, id: string, sealed: string): Promise<void> {
    await tx.query('UPDATE notification.webhook SET secret_sealed = $3 WHERE area = $1 AND id = $2', [
      tx.area,
      id,
      sealed,
    ]);
  }

  async setFailures(tx: Tx, id: string, failures: number): Promise<void> {
    await tx.query(
      'UPDATE notification.webhook SET failures_in_row = $3 WHERE area = $1 AND id = $2 AND failures_in_row <> $3',
      [tx.area, id, failures],
    );
  }

  event(tx: Tx, id: string): Promise<StoredEvent | undefined> {
    return this.oneEvent(tx, id, '');
  }

  /** The event, locked until the transaction ends. */
  lockEvent(tx: Tx, id: string): Promise<StoredEvent | undefined> {
    return this.oneEvent(tx, id, 'FOR UPDATE');
  }

  async noteTry(
    tx: Tx,
    event: Pick<StoredEvent, 'id'> & { readonly attempt: number },
    answer: { readonly state: WebhookDeliveryState; readonly status: number | null; readonly fault: string | null },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO notification.webhook_attempt (area, delivery_id, attempt, at, status, fault)
       VALUES ($1, $2, $3, $4, $5, left($6, 500)) ON CONFLICT DO NOTHING`,
      [tx.area, event.id, event.attempt, tx.now, answer.status, answer.fault],
    );
    await tx.query(
      `UPDATE notification.webhook_delivery
       SET state = $3, attempts = $4, decided_at = CASE WHEN $3 <> 'waiting' THEN $5::timestamptz END
       WHERE area = $1 AND id = $2`,
      [tx.area, event.id, answer.state, event.attempt, tx.now],
    );
  }

  /** Events of a webhook, each with its last try. */
  events(tx: Tx, webhookId: string, slice: KeysetSlice): Promise<StoredEvent[]> {
    return tx.query(
      `SELECT ${EVENT}, a.status, a.fault FROM notification.webhook_delivery d
       LEFT JOIN notification.webhook_attempt a ON a.area = $1 AND a.delivery_id = d.id AND a.attempt = d.attempts
       WHERE d.area = $1 AND d.webhook_id = $2 AND ${slice.where} ORDER BY ${slice.orderBy} LIMIT ${slice.limit}`,
      [tx.area, webhookId, ...slice.params],
    );
  }

  private async oneEvent(tx: Tx, id: string, lock: '' | 'FOR UPDATE'): Promise<StoredEvent | undefined> {
    const [row] = await tx.query<StoredEvent>(
      `SELECT ${EVENT}, NULL::integer AS status, NULL::text AS fault
       FROM notification.webhook_delivery d WHERE d.area = $1 AND d.id = $2 ${lock}`,
      [tx.area, id],
    );
    return row;
  }
}
