import { Inject, Injectable } from '@nestjs/common';
import { badInput, ok, refuse, type Result } from '@huiji/kernel';
import { CLOCK, Database, isMoneyRole, type Clock } from '@huiji/platform';
import { demandsSecondFactor, TICKET_FAILURES } from './credentials/rules/second-factor';
import { SecondFactors, type Enrolment } from './credentials/second-factors.service';
import { passwordFits } from './password';
import { IdentityRepository } from './persistence/identity.repository';
import { sqlOf, type Sql } from './persistence/sql';
import { TicketRepository, type TicketPurpose, type TicketRow } from './persistence/ticket.repository';
import { clientIssues } from './rules/client-issues';
import { normalLoginName } from './rules/user-draft';
import type { ClientFacts, LogInOutcome, OpenSession, Person } from './session';
import { SessionService } from './session.service';
import { Attempts } from './throttle/attempts.service';
import { codeCounters, logInCounters } from './throttle/rules/limits';
import { hashOfToken, newToken } from './token';

/** Minutes within which a log-in half way must be completed. */
const TICKET_MINUTES = 10;
/** Seconds within which the console exchanges the code of a provider. */
export const ISSUER_CODE_SECONDS = 60;

interface Passed {
  readonly person: Person;
  readonly membershipId: string | null;
  readonly onlyArea: string | null;
}

const ticketOver = () => refuse('rule', 'TICKET_OVER');

const lives = (ticket: TicketRow | undefined, purposes: readonly TicketPurpose[], now: Date): ticket is TicketRow =>
  ticket !== undefined &&
  purposes.includes(ticket.purpose) &&
  ticket.usedAt === null &&
  ticket.expiresAt > now &&
  ticket.failures < BigInt(TICKET_FAILURES);

/** The door: a password or a provider's word, then the second factor where it is wanted, then an open log-in. */
@Injectable()
export class LogInService {
  constructor(
    private readonly database: Database,
    private readonly people: IdentityRepository,
    private readonly tickets: TicketRepository,
    private readonly sessions: SessionService,
    private readonly attempts: Attempts,
    private readonly secondFactors: SecondFactors,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Opens a log-in in the wished membership, or in the first; or says that the second factor is to come. Refusals:
   * LOG_IN_REFUSED (unknown name, wrong password, disabled and merely invited person alike, after the same work),
   * RATE_LIMITED (after too many failures, for known and unknown names alike), NO_MEMBERSHIP, BAD_INPUT (the device).
   */
  async logIn(
    wish: { readonly loginName: string; readonly password: string; readonly membershipId?: string | null | undefined },
    client: ClientFacts,
  ): Promise<Result<LogInOutcome>> {
    const issues = clientIssues(client);
    if (issues.length > 0) return badInput(issues);
    const loginName = normalLoginName(wish.loginName);
    const user = await this.people.userByLoginName(this.sql, loginName);
    const device = await this.knownDevice(client, user?.id);
    const counters = logInCounters(loginName, client.address, device);
    const heard = await this.attempts.take(counters);
    if (!heard.ok) return heard;
    const fits = await passwordFits(user?.passwordHash ?? undefined, wish.password);
    if (!fits || !user || user.disabled) return refuse('rule', 'LOG_IN_REFUSED');
    await this.attempts.succeeded(counters);
    return this.proceed({ person: user, membershipId: wish.membershipId ?? null, onlyArea: null }, client);
  }

  /** The same by the one-time code that followed a provider's word. Refuses TICKET_OVER, NO_MEMBERSHIP. */
  async logInWithCode(code: string, membershipId: string | null, client: ClientFacts): Promise<Result<LogInOutcome>> {
    const issues = clientIssues(client);
    if (issues.length > 0) return badInput(issues);
    const tokenHash = hashOfToken(code);
    const ticket = await this.database.global.transaction(async (runner) => {
      const row = await this.tickets.lock(sqlOf(runner), tokenHash);
      if (!lives(row, ['issuer'], this.clock.now())) return undefined;
      await this.tickets.use(sqlOf(runner), tokenHash, this.clock.now());
      return row;
    });
    const person = ticket && (await this.people.userById(this.sql, ticket.userId));
    if (!ticket || !person || person.disabled) return ticketOver();
    return this.proceed({ person, membershipId, onlyArea: ticket.onlyArea }, client);
  }

  /** Begins the enrolment of a second factor that a log-in half way waits for. Refuses TICKET_OVER. */
  async beginEnrolment(ticket: string): Promise<Result<Enrolment>> {
    const row = await this.peek(ticket);
    const person = row && (await this.people.userById(this.sql, row.userId));
    if (!lives(row, ['enrolment'], this.clock.now()) || !person || person.disabled) return ticketOver();
    return this.secondFactors.begin(this.sql, person.id, person.loginName);
  }

  /**
   * Completes a log-in by a code of the second factor or a recovery code; where the person enrols, by the first code of
   * their phone. Refuses TICKET_OVER (unknown, used, too old, five wrong codes), CODE_WRONG, RATE_LIMITED, NO_MEMBERSHIP.
   */
  async logInSecondFactor(ticket: string, code: string, client: ClientFacts): Promise<Result<OpenSession>> {
    const issues = clientIssues(client);
    if (issues.length > 0) return badInput(issues);
    const seen = await this.peek(ticket);
    if (!lives(seen, ['code', 'enrolment'], this.clock.now())) return ticketOver();
    const counters = codeCounters(seen.userId, await this.knownDevice(client, seen.userId));
    const heard = await this.attempts.take(counters);
    if (!heard.ok) return heard;
    const proved = await this.prove(hashOfToken(ticket), code);
    if (!proved.ok) return proved;
    await this.attempts.succeeded(counters);
    const person = await this.people.userById(this.sql, seen.userId);
    if (!person || person.disabled) return ticketOver();
    const { membershipId, onlyArea } = seen;
    const opened = await this.open({ person, membershipId, onlyArea }, client, true);
    return opened.ok ? ok({ ...opened.value, recoveryCodes: proved.value }) : opened;
  }

  /** Keeps a provider's word for the console to exchange: answers the one-time code. */
  issueCode(userId: string, onlyArea: string): Promise<string> {
    return this.newTicket({ userId, purpose: 'issuer', membershipId: null, onlyArea }, ISSUER_CODE_SECONDS * 1000);
  }

  private get sql(): Sql {
    return sqlOf(this.database.global);
  }

  private async proceed(passed: Passed, client: ClientFacts): Promise<Result<LogInOutcome>> {
    const { person, membershipId, onlyArea } = passed;
    const enrolled = await this.secondFactors.enrolled(this.sql, person.id);
    const memberships = await this.sessions.memberships(this.sql, person.id, onlyArea);
    const facts = memberships.map(({ role, demonstration }) => ({ money: isMoneyRole(role), demonstration }));
    if (!enrolled && !demandsSecondFactor(facts)) return this.open(passed, client, false);
    const next = enrolled ? 'code' : 'enrolment';
    const wanted = { userId: person.id, purpose: next, membershipId, onlyArea } as const;
    const expiresAt = new Date(this.clock.now().getTime() + TICKET_MINUTES * 60_000);
    return ok({ ticket: await this.newTicket(wanted, TICKET_MINUTES * 60_000), next, expiresAt });
  }

  /** Everything is proved: opens the log-in, and makes the browser a known device. */
  private async open(passed: Passed, client: ClientFacts, secondFactor: boolean): Promise<Result<OpenSession>> {
    const { address, deviceWords = null } = client;
    const opened = await this.sessions.open({ ...passed, secondFactor, address, deviceWords });
    if (!opened.ok) return opened;
    const now = this.clock.now();
    const known = await this.knownDevice(client, passed.person.id);
    if (known !== undefined) {
      await this.people.touchDevice(this.sql, known, now);
      return opened;
    }
    const deviceToken = newToken();
    await this.people.insertDevice(this.sql, hashOfToken(deviceToken), passed.person.id, now);
    return ok({ ...opened.value, deviceToken });
  }

  /** Ten recovery codes after an enrolment, null after a plain code; a wrong code counts against the ticket. */
  private prove(tokenHash: string, code: string): Promise<Result<readonly string[] | null>> {
    return this.database.global.transaction(async (runner): Promise<Result<readonly string[] | null>> => {
      const sql = sqlOf(runner);
      const now = this.clock.now();
      const row = await this.tickets.lock(sql, tokenHash);
      if (!lives(row, ['code', 'enrolment'], now)) return ticketOver();
      const enrolling =
        row.purpose === 'enrolment' ? await this.secondFactors.confirm(sql, row.userId, code) : undefined;
      const fits = enrolling?.ok ?? (await this.secondFactors.fits(sql, row.userId, code));
      if (!fits) {
        await this.tickets.fail(sql, tokenHash);
        return refuse('rule', 'CODE_WRONG');
      }
      await this.tickets.use(sql, tokenHash, now);
      return ok(enrolling?.ok === true ? enrolling.value : null);
    });
  }

  private peek(ticket: string): Promise<TicketRow | undefined> {
    return this.tickets.find(this.sql, hashOfToken(ticket));
  }

  private async newTicket(
    of: Pick<TicketRow, 'userId' | 'purpose' | 'membershipId' | 'onlyArea'>,
    lifeMs: number,
  ): Promise<string> {
    const ticket = newToken();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + lifeMs);
    await this.tickets.insert(this.sql, { ...of, tokenHash: hashOfToken(ticket), now, expiresAt });
    return ticket;
  }

  /** The hash of the device's token when it is one of that very person; asked for whether the person is there or not. */
  private async knownDevice({ deviceToken }: ClientFacts, userId: string | undefined): Promise<string | undefined> {
    const tokenHash = hashOfToken(deviceToken ?? '');
    const owner = await this.people.deviceOwner(this.sql, tokenHash);
    return owner !== undefined && owner === userId ? tokenHash : undefined;
  }
}
