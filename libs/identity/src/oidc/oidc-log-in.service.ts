import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@huiji/kernel';
import { CLOCK, Database, FieldCipher, type Clock } from '@huiji/platform';
import { LogInService } from '../log-in.service';
import { sqlOf, type Sql } from '../persistence/sql';
import { hashOfToken, newToken } from '../token';
import { emailIndexOf } from './email-index';
import type { OidcIssuer } from './model/oidc';
import { OidcRepository, type StoredIssuer } from './persistence/oidc.repository';
import { ProviderClient, type ProviderWord } from './provider-client';

/** Minutes that a browser may take at the provider. */
const FLOW_MINUTES = 10;
const VERIFIER = 'oidc-verifier';

const refused = () => refuse('rule', 'ISSUER_REFUSED');

export interface Departure {
  readonly redirect: string;
  /** For a cookie: only the browser that left may come back. */
  readonly browser: string;
}

/** Log-in by the OpenID provider of an area: there and back, for people linked beforehand. */
@Injectable()
export class OidcLogIn {
  constructor(
    private readonly database: Database,
    private readonly rows: OidcRepository,
    private readonly provider: ProviderClient,
    private readonly logIns: LogInService,
    private readonly cipher: FieldCipher,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The providers that may be chosen at the door. */
  issuers(): Promise<readonly OidcIssuer[]> {
    return this.rows.living(this.sql);
  }

  /** Where to send the browser. Refuses ISSUER_REFUSED: no such provider, or it does not answer. */
  async start(slug: string): Promise<Result<Departure>> {
    const issuer = await this.rows.bySlug(this.sql, slug);
    const way = issuer && (await this.provider.way(issuer).catch(() => undefined));
    if (!issuer || !way) return refused();
    const now = this.clock.now();
    const browser = newToken();
    await this.rows.beginFlow(
      this.sql,
      {
        stateHash: hashOfToken(way.state),
        issuerId: issuer.id,
        browserHash: hashOfToken(browser),
        nonce: way.nonce,
        verifierSealed: this.cipher.encrypt(VERIFIER, issuer.id, way.verifier),
        expiresAt: new Date(now.getTime() + FLOW_MINUTES * 60_000),
      },
      now,
    );
    return ok({ redirect: way.redirect.href, browser });
  }

  /**
   * The browser is back: a one-time code for the console, by the provider's word about somebody linked beforehand.
   * Refuses ISSUER_REFUSED for whatever does not fit: state, browser, nonce, code, subject.
   */
  async finish(slug: string, query: string, browser: string): Promise<Result<string>> {
    const state = new URLSearchParams(query).get('state') ?? '';
    const flow = await this.rows.takeFlow(this.sql, hashOfToken(state));
    const issuer = await this.rows.bySlug(this.sql, slug);
    if (!flow || !issuer || issuer.id !== flow.issuerId || flow.expiresAt <= this.clock.now()) return refused();
    if (!timingSafeEqual(Buffer.from(flow.browserHash), Buffer.from(hashOfToken(browser)))) return refused();
    const verifier = this.cipher.decrypt(VERIFIER, issuer.id, flow.verifierSealed);
    const expected = { state, nonce: flow.nonce, verifier };
    const word = await this.provider.word(issuer, query, expected).catch(() => undefined);
    const userId = word && (await this.personOf(issuer, word));
    return userId === undefined ? refused() : ok(await this.logIns.issueCode(userId, issuer.area));
  }

  private get sql(): Sql {
    return sqlOf(this.database.global);
  }

  private async personOf(issuer: StoredIssuer, { subject, verifiedEmail }: ProviderWord): Promise<string | undefined> {
    const known = await this.rows.personBySubject(this.sql, issuer.id, subject);
    if (known !== undefined || verifiedEmail === undefined) return known;
    return this.rows.bindSubject(this.sql, issuer.id, emailIndexOf(this.cipher, issuer.id, verifiedEmail), subject);
  }
}
