import type { Refusal } from '@huiji/kernel';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCaller, Database, Requests, type Caller, type Tx } from '@huiji/platform';
import { ShownSecrets } from '../../shown-secrets';
import type { OidcIssuer } from '../model/oidc';
import { OidcIssuers } from '../oidc-issuers.service';
import { callbackOf } from '../provider-client';
import {
  OidcIssuerEndInput,
  OidcIssuerEndResult,
  OidcIssuerSaveInput,
  OidcIssuerSaveResult,
  OidcIssuerType,
  OidcLinkSetInput,
  OidcLinkSetResult,
} from './oidc.type';

const view = (issuer: OidcIssuer): OidcIssuerType => ({ ...issuer, callbackUrl: callbackOf(issuer) });

/** OpenID providers of an area, for its administrators. */
@Resolver()
export class OidcResolver {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly issuers: OidcIssuers,
    private readonly secrets: ShownSecrets,
  ) {}

  @Query(() => [OidcIssuerType], { description: 'OpenID providers of the area (统一身份认证).' })
  oidcIssuers(@CurrentCaller() caller: Caller): Promise<readonly OidcIssuerType[]> {
    return this.database.read(caller.scope, async (tx) => (await this.issuers.list(tx)).map(view));
  }

  @Mutation(() => OidcIssuerSaveResult, {
    description: 'Enters a provider, or changes the one of that short name (保存).',
  })
  oidcIssuerSave(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => OidcIssuerSaveInput, description: 'The provider (统一身份认证).' })
    input: OidcIssuerSaveInput,
  ): Promise<OidcIssuerType | Refusal> {
    // What is remembered of a request is a plain hash: the secret goes into it keyed.
    const kept = { ...input, clientSecret: this.secrets.keyed('oidc-secret', input.clientSecret) };
    return this.requests.perform(caller, 'oidcIssuerSave', kept, (tx) => this.issuers.save(tx, input), this.shown);
  }

  @Mutation(() => OidcIssuerEndResult, { description: 'Nobody logs in through it any more (停用).' })
  oidcIssuerEnd(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => OidcIssuerEndInput, description: 'Which (统一身份认证).' }) input: OidcIssuerEndInput,
  ): Promise<OidcIssuerType | Refusal> {
    const act = (tx: Tx) => this.issuers.end(tx, input.issuerId);
    return this.requests.perform(caller, 'oidcIssuerEnd', input, act, this.shown);
  }

  @Mutation(() => OidcLinkSetResult, { description: 'Says how a provider knows a person (账号关联).' })
  oidcLinkSet(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => OidcLinkSetInput, description: 'Whom, and how (账号).' }) input: OidcLinkSetInput,
  ): Promise<OidcIssuerType | Refusal> {
    const act = (tx: Tx) => this.issuers.link(tx, { ...input, userId: input.personId });
    return this.requests.perform(caller, 'oidcLinkSet', input, act, this.shown);
  }

  private readonly shown = async (tx: Tx, id: string): Promise<OidcIssuerType | undefined> => {
    const issuer = await this.issuers.find(tx, id);
    return issuer && view(issuer);
  };
}
