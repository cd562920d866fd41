import type { Refusal } from '@huiji/kernel';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCaller, Database, Requests, type Caller, type Tx } from '@huiji/platform';
import { ApiKeys } from '../api-keys.service';
import type { ApiKey } from '../model/api-key';
import {
  ApiKeyMakeInput,
  ApiKeyMakeResult,
  ApiKeyRevokeInput,
  ApiKeyRevokeResult,
  ApiKeyType,
  scopeFromWire,
  scopeToWire,
} from './api-key.type';

const view = (key: ApiKey, text: string | null): ApiKeyType => ({
  ...key,
  organisation: { id: key.organisationId, nameZh: key.organisationNameZh, nameEn: key.organisationNameEn },
  scopes: key.scopes.map(scopeToWire),
  text,
});

/** Keys of other systems. */
@Resolver()
export class ApiKeyResolver {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly keys: ApiKeys,
  ) {}

  @Query(() => [ApiKeyType], {
    description: 'Keys of one’s organisation; for an administrator of the area (接口密钥).',
  })
  apiKeys(@CurrentCaller() caller: Caller): Promise<readonly ApiKeyType[]> {
    return this.database.read(caller.scope, async (tx) =>
      (await this.keys.list(tx, caller)).map((key) => view(key, null)),
    );
  }

  @Mutation(() => ApiKeyMakeResult, { description: 'Makes a key and shows it this once (创建接口密钥).' })
  apiKeyMake(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => ApiKeyMakeInput, description: 'What it may do and for how long (密钥).' })
    input: ApiKeyMakeInput,
  ): Promise<ApiKeyType | Refusal> {
    const wish = { ...input, scopes: input.scopes.map(scopeFromWire) };
    const show = async (tx: Tx, id: string) => this.shown(tx, caller, id, await this.keys.shownText(tx, id));
    return this.requests.perform(caller, 'apiKeyMake', input, (tx) => this.keys.make(tx, caller, wish), show);
  }

  @Mutation(() => ApiKeyRevokeResult, { description: 'Ends a key at once (吊销接口密钥).' })
  apiKeyRevoke(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => ApiKeyRevokeInput, description: 'Which (密钥).' }) input: ApiKeyRevokeInput,
  ): Promise<ApiKeyType | Refusal> {
    const act = (tx: Tx) => this.keys.revoke(tx, caller, input.apiKeyId);
    const show = (tx: Tx, id: string) => this.shown(tx, caller, id, null);
    return this.requests.perform(caller, 'apiKeyRevoke', input, act, show);
  }

  private async shown(tx: Tx, caller: Caller, id: string, text: string | null): Promise<ApiKeyType | undefined> {
    const key = await this.keys.find(tx, caller, id);
    return key && view(key, text);
  }
}
