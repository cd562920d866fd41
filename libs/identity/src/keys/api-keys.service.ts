import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { areaCode, badInput, notFound, ok, refuse, type Result } from '@huiji/kernel';
import { CLOCK, Database, personOf, recordAction, type Caller, type Clock, type Tx } from '@huiji/platform';
import { sqlOf, type Sql } from '../persistence/sql';
import { OrganisationReader } from '../persistence/organisation.reader';
import { ShownSecrets } from '../shown-secrets';
import { hashOfToken } from '../token';
import type { ApiKey } from './model/api-key';
import { operationsOf } from './model/key-scopes';
import { ApiKeyRepository, type LivingKey } from './persistence/api-key.repository';
import { keyParts, keyText, type KeyParts } from './rules/key-text';
import { keyIssues, type KeyWish } from './rules/key-wish';

const SUBJECT = 'api-key';
const DAY_MS = 86_400_000;

/** An administrator sees the keys of the area, everybody else those of their organisation. */
const reachOf = ({ role, organisationId }: Pick<Caller, 'role' | 'organisationId'>): string | null =>
  role === 'administrator' ? null : organisationId;

/** Keys by which systems of hospitals and suppliers act, within their scopes and never where money is decided. */
@Injectable()
export class ApiKeys {
  constructor(
    private readonly database: Database,
    private readonly rows: ApiKeyRepository,
    private readonly organisations: OrganisationReader,
    private readonly secrets: ShownSecrets,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Who calls by this key; undefined for no key of ours, a wrong secret, and one that is over. */
  async caller(text: string, client: string): Promise<Caller | undefined> {
    const parts = keyParts(text);
    const sql = sqlOf(this.database.global);
    const key = parts && (await this.fitting(sql, parts));
    if (!key) return undefined;
    await this.rows.noteUse(sql, key.id, this.clock.now());
    const area = areaCode(key.area);
    return {
      userId: key.account_id,
      area,
      organisationId: key.organisation_id,
      role: key.role,
      scope: { area, actor: { kind: 'person', userId: key.account_id }, client },
      operations: operationsOf(key.scopes),
      standing: async (tx) => (await this.rows.living(tx, key.id, this.clock.now())) !== undefined,
    };
  }

  /**
   * Makes a key for an organisation of the area; the organisation's own people only for theirs. Answers its id; see
   * `shownText` for the key itself. Refuses NOT_FOUND, BAD_INPUT, KEY_ORGANISATION (neither hospital nor supplier).
   */
  async make(
    tx: Tx,
    caller: Caller,
    wish: KeyWish & { readonly organisationId?: string | null | undefined },
  ): Promise<Result<string>> {
    const issues = keyIssues(wish);
    if (issues.length > 0) return badInput(issues);
    const organisationId = wish.organisationId ?? caller.organisationId;
    if (caller.role !== 'administrator' && organisationId !== caller.organisationId) return notFound('organisation');
    const kind = await this.organisations.kindInArea(tx, organisationId);
    if (kind === undefined) return notFound('organisation');
    const role =
      kind === 'hospital' ? 'hospital' : kind === 'supplier' || kind === 'manufacturer' ? 'supplier' : undefined;
    if (role === undefined) return refuse('rule', 'KEY_ORGANISATION');
    const id = tx.newId();
    const name = wish.name.trim();
    await this.rows.insert(tx, {
      id,
      organisationId,
      membershipId: tx.newId(),
      accountId: tx.newId(),
      role,
      name,
      secretHash: hashOfToken(this.secrets.token(tx, SUBJECT)),
      scopes: [...new Set(wish.scopes)],
      madeBy: personOf(tx),
      expiresAt: new Date(tx.now.getTime() + wish.days * DAY_MS),
    });
    const payload = { organisationId, scopes: wish.scopes, days: wish.days };
    await recordAction(tx, { subjectType: SUBJECT, subjectId: id, kind: 'KeyMade', to: 'living', payload });
    return ok(id);
  }

  /** The text of the key that this very request made, while it may be shown; null otherwise. */
  async shownText(tx: Tx, id: string): Promise<string | null> {
    const secret = this.secrets.token(tx, SUBJECT);
    const madeAt = await this.rows.madeAt(tx, id, hashOfToken(secret));
    return madeAt !== undefined && this.secrets.showable(tx, madeAt) ? keyText({ id, secret }) : null;
  }

  /** Ends a key at once. Refuses NOT_FOUND, WRONG_STATE. */
  async revoke(tx: Tx, caller: Caller, id: string): Promise<Result<string>> {
    if (!(await this.find(tx, caller, id))) return notFound(SUBJECT);
    if (!(await this.rows.revoke(tx, id, reachOf(caller), personOf(tx))))
      return refuse('state', 'WRONG_STATE', { state: 'revoked', action: 'revoke' });
    await recordAction(tx, { subjectType: SUBJECT, subjectId: id, kind: 'KeyRevoked', from: 'living', to: 'revoked' });
    return ok(id);
  }

  find(tx: Tx, caller: Pick<Caller, 'role' | 'organisationId'>, id: string): Promise<ApiKey | undefined> {
    return this.rows.find(tx, id, reachOf(caller));
  }

  list(tx: Tx, caller: Pick<Caller, 'role' | 'organisationId'>): Promise<ApiKey[]> {
    return this.rows.list(tx, reachOf(caller));
  }

  private async fitting(sql: Sql, { id, secret }: KeyParts): Promise<LivingKey | undefined> {
    const key = await this.rows.living(sql, id, this.clock.now());
    if (!key) return undefined;
    return timingSafeEqual(Buffer.from(key.secret_hash), Buffer.from(hashOfToken(secret))) ? key : undefined;
  }
}
