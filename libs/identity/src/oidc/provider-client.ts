import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, FieldCipher, type Config } from '@huiji/platform';
import { LRUCache } from 'lru-cache';
import * as openid from 'openid-client';
import type { StoredIssuer } from './persistence/oidc.repository';

/** Minutes for which what a provider says of itself is believed. */
const BELIEVED_MINUTES = 10;
const TIMEOUT_SECONDS = 10;

export const SECRET_PURPOSE = 'oidc-client';

/** Marked as deprecated by its library only so that nobody uses it by chance: a provider on this machine has no TLS. */
const overHttp = Reflect.get<typeof openid, 'allowInsecureRequests'>(openid, 'allowInsecureRequests');

export interface Way {
  readonly redirect: URL;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface ProviderWord {
  readonly subject: string;
  /** In lower case; undefined unless the provider says that it verified it. */
  readonly verifiedEmail: string | undefined;
}

/** The address a provider sends browsers back to. */
export const callbackOf = ({ consoleOrigin, slug }: Pick<StoredIssuer, 'consoleOrigin' | 'slug'>): string =>
  `${consoleOrigin}/oidc/${slug}/callback`;

/** Speaks OpenID Connect with the provider of an area: authorization code with PKCE, state and nonce. */
@Injectable()
export class ProviderClient {
  private readonly known = new LRUCache<string, openid.Configuration>({ max: 100, ttl: BELIEVED_MINUTES * 60_000 });

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'profile'>,
    private readonly cipher: FieldCipher,
  ) {}

  /** Where to send the browser, and what to remember until it comes back. Throws when the provider does not answer. */
  async way(issuer: StoredIssuer): Promise<Way> {
    const [state, nonce, verifier] = [openid.randomState(), openid.randomNonce(), openid.randomPKCECodeVerifier()];
    const redirect = openid.buildAuthorizationUrl(await this.configuration(issuer), {
      redirect_uri: callbackOf(issuer),
      scope: 'openid email',
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    return { redirect, state, nonce, verifier };
  }

  /** Exchanges the code; throws when anything does not fit: state, nonce, signature, issuer, audience, time. */
  async word(issuer: StoredIssuer, query: string, expected: Omit<Way, 'redirect'>): Promise<ProviderWord> {
    const configuration = await this.configuration(issuer);
    const tokens = await openid.authorizationCodeGrant(configuration, new URL(`${callbackOf(issuer)}?${query}`), {
      expectedState: expected.state,
      expectedNonce: expected.nonce,
      pkceCodeVerifier: expected.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error('the provider gave no id token');
    // Many providers keep the e-mail address out of the id token and give it to the bearer of the access token.
    const told =
      claims['email'] === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined
        ? await openid.fetchUserInfo(configuration, tokens.access_token, claims.sub)
        : claims;
    const { email, email_verified: verified } = told;
    const usable = verified === true && typeof email === 'string';
    return { subject: claims.sub, verifiedEmail: usable ? email.trim().toLowerCase() : undefined };
  }

  private async configuration(issuer: StoredIssuer): Promise<openid.Configuration> {
    const key = `${issuer.id} ${issuer.changedAt.toISOString()}`;
    const known = this.known.get(key);
    if (known) return known;
    const insecure = this.config.profile !== 'production' && issuer.issuerUrl.startsWith('http://');
    const secret = this.cipher.decrypt(SECRET_PURPOSE, issuer.area, issuer.clientSecretSealed);
    const found = await openid.discovery(new URL(issuer.issuerUrl), issuer.clientId, secret, undefined, {
      timeout: TIMEOUT_SECONDS,
      ...(insecure ? { execute: [overHttp] } : {}),
    });
    this.known.set(key, found);
    return found;
  }
}
