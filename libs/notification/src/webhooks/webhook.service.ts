import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { badInput, notFound, ok, refuse, type FieldIssue, type Result } from '@huiji/kernel';
import {
  Keyset,
  moveState,
  personOf,
  recordAction,
  type Caller,
  type Connection,
  type PageRequest,
  type Tx,
} from '@huiji/platform';
import type { WebhookKind, WebhookState } from '../model/kinds';
import { NoticeVault } from '../notice-vault';
import { WebhookRepository, type StoredEvent, type StoredWebhook } from '../persistence/webhook.repository';
import { WebhookCaller } from './webhook-caller';

/** Most live webhooks of one organisation in an area. */
const MOST = 5;
const SUBJECT = 'webhook';

const newestFirst = new Keyset<StoredEvent>(
  'webhook-events-newest-first',
  [
    { sql: 'd.made_at', type: 'timestamptz', of: ({ madeAt }) => madeAt },
    { sql: 'd.id', type: 'uuid', of: ({ id }) => id },
  ],
  'desc',
);

/** A webhook with its secret, which is shown to whoever made or renewed it, and to nobody else. */
export interface WebhookWithSecret {
  readonly webhook: StoredWebhook;
  readonly secret: string;
}

/** Addresses at which programs of an organisation are told what happened (推送); an organisation sees its own only. */
@Injectable()
export class WebhookService {
  constructor(
    private readonly rows: WebhookRepository,
    private readonly vault: NoticeVault,
    private readonly caller: WebhookCaller,
  ) {}

  /**
   * Adds a webhook of the caller's organisation. Refuses BAD_INPUT (address: not https, or inside; no kind) and
   * WEBHOOK_TOO_MANY (five live ones). Answers its id.
   */
  async create(
    tx: Tx,
    { organisationId }: Pick<Caller, 'organisationId'>,
    { url, kinds }: { readonly url: string; readonly kinds: readonly WebhookKind[] },
  ): Promise<Result<string>> {
    const fault = this.caller.fault(url);
    const issues: FieldIssue[] = [
      ...(fault === undefined ? [] : [{ field: 'url', code: fault }]),
      ...(kinds.length === 0 ? [{ field: 'kinds', code: 'WEBHOOK_KINDS_MISSING' }] : []),
    ];
    if (issues.length > 0) return badInput(issues);
    if ((await this.rows.ofOrganisation(tx, organisationId)).length >= MOST)
      return refuse('rule', 'WEBHOOK_TOO_MANY', { most: MOST.toString() });
    const secretSealed = this.newSecret(tx.area);
    const unique = [...new Set(kinds)];
    const id = await this.rows.insert(tx, { organisationId, url, kinds: unique, secretSealed, madeBy: personOf(tx) });
    const payload = { host: new URL(url).host, kinds: unique, organisationId };
    await recordAction(tx, { subjectType: SUBJECT, subjectId: id, kind: 'WebhookAdded', to: 'active', payload });
    return ok(id);
  }

  /** A new secret; the old one signs nothing any more. Refuses NOT_FOUND (absent, ended, or another organisation's). */
  async renewSecret(tx: Tx, caller: Pick<Caller, 'organisationId'>, id: string): Promise<Result<string>> {
    const webhook = await this.rows.find(tx, id, caller.organisationId, true);
    if (!webhook || webhook.state === 'ended') return notFound(SUBJECT);
    await this.rows.setSecret(tx, id, this.newSecret(tx.area));
    await recordAction(tx, { subjectType: SUBJECT, subjectId: id, kind: 'WebhookSecretRenewed' });
    return ok(id);
  }

  /** Pauses, resumes or ends for good. Refuses NOT_FOUND, and WRONG_STATE where it stands so already. */
  async setState(
    tx: Tx,
    caller: Pick<Caller, 'organisationId'>,
    { webhookId, state }: { readonly webhookId: string; readonly state: WebhookState },
  ): Promise<Result<string>> {
    const webhook = await this.rows.find(tx, webhookId, caller.organisationId, true);
    if (!webhook || webhook.state === 'ended') return notFound(SUBJECT);
    if (webhook.state === state) return refuse('state', 'WRONG_STATE', { state, action: state });
    const kind = { active: 'WebhookResumed', paused: 'WebhookPaused', ended: 'WebhookEnded' }[state];
    const table = 'notification.webhook';
    const moved = await moveState(tx, {
      table,
      subjectType: SUBJECT,
      subjectId: webhookId,
      from: webhook.state,
      to: state,
      kind,
    });
    if (!moved.ok) return moved;
    if (state === 'active') await this.rows.setFailures(tx, webhookId, 0);
    return ok(webhookId);
  }

  ofOrganisation(tx: Tx, { organisationId }: Pick<Caller, 'organisationId'>): Promise<readonly StoredWebhook[]> {
    return this.rows.ofOrganisation(tx, organisationId);
  }

  find(tx: Tx, caller: Pick<Caller, 'organisationId'>, id: string): Promise<StoredWebhook | undefined> {
    return this.rows.find(tx, id, caller.organisationId);
  }

  /** With its secret: for the answer of the mutation that made or renewed it. */
  async withSecret(tx: Tx, caller: Pick<Caller, 'organisationId'>, id: string): Promise<WebhookWithSecret | undefined> {
    const webhook = await this.rows.find(tx, id, caller.organisationId);
    return webhook && { webhook, secret: this.vault.open('secret', tx.area, webhook.secretSealed) };
  }

  /** What was told to a webhook of the caller's, newest first, each with its last try; empty for another's. */
  async events(
    tx: Tx,
    caller: Pick<Caller, 'organisationId'>,
    webhookId: string,
    page: PageRequest,
  ): Promise<Connection<StoredEvent>> {
    const own = await this.rows.find(tx, webhookId, caller.organisationId);
    const rows = own ? await this.rows.events(tx, webhookId, newestFirst.slice(page, 3)) : [];
    return newestFirst.connection(page, rows, (row) => row);
  }

  private newSecret(area: string): string {
    return this.vault.seal('secret', area, `whsec_${randomBytes(32).toString('base64')}`);
  }
}
