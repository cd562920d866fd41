import { Injectable } from '@nestjs/common';
import { areaCode, ok, type Result } from '@huiji/kernel';
import { Database, moveState, type Scope, type Tx } from '@huiji/platform';
import { callWebhookJob } from '../jobs/definitions';
import { NoticeService } from '../notice.service';
import { NoticeVault } from '../notice-vault';
import { WebhookRepository, type StoredEvent, type StoredWebhook } from '../persistence/webhook.repository';
import { afterTry, pausesAfter } from '../rules/next-try';
import { WebhookCaller } from './webhook-caller';

interface Begun {
  readonly event: StoredEvent;
  readonly webhook: StoredWebhook;
}

/** What a try heard: a status, or why there was none. */
interface Heard {
  readonly status: number | undefined;
  readonly fault: string | null;
}

/** The same event is the same bytes and the same webhook-id on every try; only the time and its signature are new. */
const bodyOf = ({ kind, madeAt, subjectType, subjectId, facts }: StoredEvent): string =>
  JSON.stringify({ type: kind, timestamp: madeAt.toISOString(), data: { subjectType, subjectId, facts } });

/**
 * Calls webhooks: at least once, with an id by which the receiver knows a second call. Each try is kept; what fails is
 * tried again with growing pauses, then given up; a webhook whose events were given up again and again is paused and its
 * people are told.
 */
@Injectable()
export class WebhookSendingService {
  constructor(
    private readonly database: Database,
    private readonly rows: WebhookRepository,
    private readonly caller: WebhookCaller,
    private readonly vault: NoticeVault,
    private readonly notices: NoticeService,
  ) {}

  /** One try. Throws to be tried again. Does nothing for an event that is decided or a webhook that is not active. */
  async send(area: string, deliveryId: string): Promise<void> {
    const scope: Scope = { area: areaCode(area), actor: { kind: 'system', name: callWebhookJob.name } };
    const begun = await this.database.read(scope, (tx) => this.look(tx, deliveryId));
    if (begun === undefined) return;
    const heard = await this.call(area, begun);
    const noted = await this.database.inTransaction(scope, (tx) => this.note(tx, begun, heard));
    if (!noted.ok) throw new Error(`the try of event ${deliveryId} could not be noted: ${noted.refusal.code}`);
    if (noted.value === 'again')
      throw new Error(`event ${deliveryId} was not delivered (${heard.status ?? 'no answer'})`);
  }

  private async look(tx: Tx, id: string): Promise<Begun | undefined> {
    const event = await this.rows.event(tx, id);
    const webhook = event && (await this.rows.find(tx, event.webhookId, null));
    return event?.state === 'waiting' && webhook?.state === 'active' ? { event, webhook } : undefined;
  }

  private async call(area: string, { event, webhook }: Begun): Promise<Heard> {
    const secret = this.vault.open('secret', area, webhook.secretSealed);
    try {
      const call = { url: webhook.url, secret, id: event.id, at: new Date(), body: bodyOf(event) };
      return { status: await this.caller.call(call), fault: null };
    } catch (error) {
      return { status: undefined, fault: error instanceof Error ? error.message : String(error) };
    }
  }

  private async note(tx: Tx, { event, webhook }: Begun, heard: Heard): Promise<Result<'done' | 'again'>> {
    const locked = await this.rows.lockEvent(tx, event.id);
    if (locked?.state !== 'waiting') return ok('done');
    const attempt = locked.attempts + 1;
    const outcome = afterTry(heard.status, attempt);
    const state = outcome === 'again' ? 'waiting' : outcome;
    await this.rows.noteTry(tx, { id: event.id, attempt }, { state, status: heard.status ?? null, fault: heard.fault });
    if (outcome === 'again') return ok('again');
    if (outcome === 'delivered') await this.rows.setFailures(tx, webhook.id, 0);
    else await this.gaveUp(tx, webhook.id, heard.status);
    return ok('done');
  }

  private async gaveUp(tx: Tx, id: string, status: number | undefined): Promise<void> {
    const webhook = await this.rows.find(tx, id, null, true);
    if (webhook?.state !== 'active') return;
    const failures = webhook.failuresInRow + 1;
    await this.rows.setFailures(tx, id, failures);
    if (!pausesAfter(status, failures)) return;
    const subject = { subjectType: 'webhook', subjectId: id } as const;
    const table = 'notification.webhook';
    const paused = await moveState(tx, { table, ...subject, from: 'active', to: 'paused', kind: 'WebhookPaused' });
    if (!paused.ok) throw new Error('a locked webhook has not moved');
    await this.notices.notify(tx, [
      {
        ...subject,
        kind: 'webhook-paused',
        facts: { host: new URL(webhook.url).host },
        dedupe: `${id}:${tx.now.toISOString()}`,
        to: { organisationId: webhook.organisationId },
      },
    ]);
  }
}
