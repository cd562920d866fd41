import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@huiji/kernel';
import { CurrentCaller, Database, PageArgs, Requests, type Caller, type Connection, type Tx } from '@huiji/platform';
import { WebhookService } from '../webhooks/webhook.service';
import {
  WebhookCreateInput,
  WebhookCreateResult,
  WebhookEventConnection,
  WebhookSecretRenewInput,
  WebhookSecretRenewResult,
  WebhookStateSetInput,
  WebhookStateSetResult,
  WebhookType,
  type WebhookEventType,
  type WebhookWithSecretType,
} from './webhook.type';

type Stored = Omit<WebhookType, 'kinds'> & { readonly kinds: readonly WebhookType['kinds'][number][] };

const view = ({ kinds, ...webhook }: Stored): WebhookType => ({ ...webhook, kinds: [...kinds] });

@Resolver(() => WebhookType)
export class WebhookResolver {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly service: WebhookService,
  ) {}

  @Query(() => [WebhookType], { description: "Live webhooks of the caller's organisation, oldest first (推送地址)." })
  webhooks(@CurrentCaller() caller: Caller): Promise<WebhookType[]> {
    return this.database.read(caller.scope, async (tx) => (await this.service.ofOrganisation(tx, caller)).map(view));
  }

  @ResolveField(() => WebhookEventConnection, { description: 'What it was told, newest first (推送记录).' })
  events(
    @CurrentCaller() caller: Caller,
    @Parent() { id }: WebhookType,
    @Args() page: PageArgs,
  ): Promise<Connection<WebhookEventType>> {
    return this.database.read(caller.scope, (tx) => this.service.events(tx, caller, id, page));
  }

  @Mutation(() => WebhookCreateResult, { description: 'Adds a webhook; its secret is shown now only (添加推送).' })
  webhookCreate(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => WebhookCreateInput, description: 'Where and what of (推送内容).' })
    input: WebhookCreateInput,
  ): Promise<WebhookWithSecretType | Refusal> {
    const once = this.shownOnce(caller, (tx) => this.service.create(tx, caller, input));
    return this.requests.perform(caller, 'webhookCreate', input, once.act, once.render);
  }

  @Mutation(() => WebhookSecretRenewResult, { description: 'A new secret, shown now only (更换推送密钥).' })
  webhookSecretRenew(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => WebhookSecretRenewInput, description: 'Which webhook (推送).' })
    input: WebhookSecretRenewInput,
  ): Promise<WebhookWithSecretType | Refusal> {
    const once = this.shownOnce(caller, (tx) => this.service.renewSecret(tx, caller, input.webhookId));
    return this.requests.perform(caller, 'webhookSecretRenew', input, once.act, once.render);
  }

  @Mutation(() => WebhookStateSetResult, { description: 'Pauses, resumes or ends a webhook (启停推送).' })
  webhookStateSet(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => WebhookStateSetInput, description: 'Which and how (推送状态).' })
    input: WebhookStateSetInput,
  ): Promise<WebhookType | Refusal> {
    const act = (tx: Tx) => this.service.setState(tx, caller, input);
    return this.requests.perform(caller, 'webhookStateSet', input, act, async (tx, id) => {
      const webhook = await this.service.find(tx, caller, id);
      return webhook && view(webhook);
    });
  }

  /** The secret is in the answer of the call that did the act, and in no other, not even of the same request. */
  private shownOnce(caller: Caller, work: (tx: Tx) => Promise<Result<string>>) {
    let fresh = false;
    const act = (tx: Tx): Promise<Result<string>> => {
      fresh = true;
      return work(tx);
    };
    const render = async (tx: Tx, id: string): Promise<WebhookWithSecretType | undefined> => {
      const found = await this.service.withSecret(tx, caller, id);
      return found && { webhook: view(found.webhook), secret: fresh ? found.secret : null };
    };
    return { act, render };
  }
}
