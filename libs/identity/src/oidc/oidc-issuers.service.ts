import { Inject, Injectable } from '@nestjs/common';
import { badInput, notFound, ok, refuse, type Result } from '@huiji/kernel';
import { CONFIG, FieldCipher, personOf, recordAction, type Config, type Tx } from '@huiji/platform';
import { People } from '../people/people.service';
import { emailIndexOf } from './email-index';
import type { IssuerWish, OidcIssuer } from './model/oidc';
import { OidcRepository } from './persistence/oidc.repository';
import { SECRET_PURPOSE } from './provider-client';
import { issuerIssues } from './rules/issuer-wish';

const SUBJECT = 'oidc-issuer';

export interface PersonLink {
  readonly issuerId: string;
  readonly userId: string;
  readonly subject?: string | null | undefined;
  readonly email?: string | null | undefined;
}

/** The OpenID providers of an area and the people they know, in the hands of its administrators. */
@Injectable()
export class OidcIssuers {
  constructor(
    private readonly rows: OidcRepository,
    private readonly people: People,
    private readonly cipher: FieldCipher,
    @Inject(CONFIG) private readonly config: Pick<Config, 'profile'>,
  ) {}

  list(tx: Tx): Promise<readonly OidcIssuer[]> {
    return this.rows.list(tx);
  }

  find(tx: Tx, id: string): Promise<OidcIssuer | undefined> {
    return this.rows.find(tx, id);
  }

  /** Enters a provider, or changes the one of that slug. Refuses BAD_INPUT, ISSUER_SLUG_TAKEN (by another area). */
  async save(tx: Tx, wish: IssuerWish): Promise<Result<string>> {
    const issues = issuerIssues(wish, this.config.profile === 'production');
    if (issues.length > 0) return badInput(issues);
    const sealed = this.cipher.encrypt(SECRET_PURPOSE, tx.area, wish.clientSecret);
    const id = await this.rows.save(tx, wish, sealed, personOf(tx));
    if (id === undefined) return refuse('conflict', 'ISSUER_SLUG_TAKEN');
    const payload = { slug: wish.slug, issuerUrl: wish.issuerUrl, clientId: wish.clientId };
    await recordAction(tx, { subjectType: SUBJECT, subjectId: id, kind: 'IssuerSaved', payload });
    return ok(id);
  }

  /** Nobody logs in through it any more. Refuses NOT_FOUND, WRONG_STATE. */
  async end(tx: Tx, id: string): Promise<Result<string>> {
    if (!(await this.rows.find(tx, id))) return notFound(SUBJECT);
    if (!(await this.rows.end(tx, id))) return refuse('state', 'WRONG_STATE', { state: 'ended', action: 'end' });
    await recordAction(tx, { subjectType: SUBJECT, subjectId: id, kind: 'IssuerEnded' });
    return ok(id);
  }

  /**
   * Says how a provider knows a person: by subject, or by an e-mail address that it must call verified at the first log-in.
   * Answers the provider's id. Refuses NOT_FOUND, LINK_WANTED (neither given), LINK_TAKEN.
   */
  async link(tx: Tx, { issuerId, userId, subject, email }: PersonLink): Promise<Result<string>> {
    const issuer = await this.rows.find(tx, issuerId);
    if (!issuer || issuer.ended) return notFound(SUBJECT);
    const person = await this.people.find(tx, userId);
    if (!person) return notFound('person');
    const given = { subject: subject?.trim() ?? '', email: email?.trim() ?? '' };
    if (given.subject.length > 255) return badInput([{ field: 'subject', code: 'LINK_WANTED' }]);
    if (given.email !== '' && !/^[^\s@]{1,64}@[^\s@]{1,190}$/.test(given.email))
      return badInput([{ field: 'email', code: 'LINK_WANTED' }]);
    if (given.subject === '' && given.email === '') return badInput([{ field: 'subject', code: 'LINK_WANTED' }]);
    const linked = await this.rows.link(tx, {
      issuerId,
      userId,
      subject: given.subject === '' ? null : given.subject,
      emailIndex: given.email === '' ? null : emailIndexOf(this.cipher, issuerId, given.email),
      by: personOf(tx),
    });
    if (!linked) return refuse('conflict', 'LINK_TAKEN');
    await recordAction(tx, { subjectType: SUBJECT, subjectId: issuerId, kind: 'PersonLinked', payload: { userId } });
    return ok(issuerId);
  }
}
