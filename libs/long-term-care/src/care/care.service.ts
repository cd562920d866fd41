import { Injectable } from '@nestjs/common';
import {
  addMonths,
  badInput,
  canonicalJson,
  monthOf,
  notFound,
  ok,
  refuse,
  type Fen,
  type Month,
  type PlainDate,
  type Result,
} from '@huiji/kernel';
import { recordAction, recordActions, type Tx } from '@huiji/platform';
import { BenefitPackService } from './benefit-pack.service';
import type { CareFacts, CareMode, CareSpan, StopKind } from './model/care';
import {
  endStop,
  entitlementsOf,
  careInstitutions,
  insertModes,
  insertStop,
  isKnown,
  lockPeople,
  modesOf,
  paidMonthsFrom,
  stopsOf,
  type EntitlementRow,
  type ModeRow,
  type PaidMonth,
  type StopRow,
} from './persistence/care.repository';
import { PaidMonthWatch } from './paid-month-watch';
import { linesOfMonths, snapshotSpans } from './persistence/subsidy-run.repository';
import { careMonth } from './rules/care-month';
import { modeIssues, stopIssues } from './rules/care-changes';
import { checkEach } from '../rules/many';
import { payableDays, subsidyForMonth } from './rules/subsidy';

export interface ModeChoice {
  readonly personId: string;
  readonly mode: CareMode;
  /** First day of the new mode. */
  readonly startsOn: PlainDate;
  /** The institution that gives the care; null where nobody but the family does. */
  readonly providerId: string | null;
}

export interface StopReport {
  readonly personId: string;
  readonly kind: StopKind;
  /** Day of admission, of death, of the move. */
  readonly startsOn: PlainDate;
  /** Day of discharge; null while the stay lasts, and for death and move. */
  readonly endsOn: PlainDate | null;
}

/** A person's month as a calendar of spans. */
export interface CareCalendar {
  readonly personId: string;
  readonly month: Month;
  /** True when a run has paid it: then these are the days of that run, whatever became known later. */
  readonly closed: boolean;
  readonly spans: readonly CareSpan[];
  readonly payableDays: number;
  readonly amountFen: Fen;
}

/** What decides a person's days of care: mode, interruptions, and the calendar that follows from them. */
@Injectable()
export class CareService {
  constructor(
    private readonly packs: BenefitPackService,
    private readonly watch: PaidMonthWatch,
  ) {}

  /**
   * Chooses how people are cared for from a day on (护理方式); the mode before ends the day before. Refuses NOT_FOUND (person, or no care institution of the area), BAD_INPUT
   * (CARE_PERSON_TWICE, NO_ENTITLEMENT, MODE_NOT_PAID, CARE_PROVIDER_MISSING, MODE_OVERLAPS, CARE_MONTH_CLOSED when that month is paid already).
   */
  async chooseModes(tx: Tx, choices: readonly ModeChoice[]): Promise<Result<readonly string[]>> {
    const ids = choices.map(({ personId }) => personId);
    if (new Set(ids).size < ids.length) return badInput([{ field: 'personId', code: 'CARE_PERSON_TWICE' }]);
    const known = await lockPeople(tx, ids);
    if (known.size < ids.length) return notFound('care-person');
    const providers = choices.flatMap(({ providerId }) => providerId ?? []);
    const institutions = await careInstitutions(tx, providers);
    if (!providers.every((id) => institutions.has(id))) return notFound('care-institution');
    const facts = await this.facts(tx, ids);
    const packs = await this.packs.all(tx);
    const closed = await this.closedMonths(tx, choices);
    const checked = checkEach(choices, (choice) =>
      modeIssues(choice, facts(choice.personId), packs, closed.get(choice.personId) ?? null),
    );
    if (!checked.ok) return checked;
    const rows = choices.map((choice) => ({
      id: tx.newId(),
      person_id: choice.personId,
      mode: choice.mode,
      provider_id: choice.providerId,
      starts_on: choice.startsOn,
    }));
    await insertModes(tx, rows);
    await recordActions(
      tx,
      rows.map(({ person_id, mode, starts_on }) => ({
        subjectType: 'care-person',
        subjectId: person_id,
        kind: 'CareModeChosen',
        payload: { mode, startsOn: starts_on },
      })),
    );
    return ok(ids);
  }

  /**
   * Records a stay in hospital, a death or a move. A discharge ends the open stay that began on the same day. Months that are
   * paid stay as they are; they are named in the action, and the keeper of their money is told of those that the stop changes. Refuses NOT_FOUND, BAD_INPUT (CARE_DATE_IN_FUTURE, CARE_DATES_REVERSED,
   * END_NOT_ALLOWED), STOP_KNOWN (a second death or move, or a stay that shares more than the day of discharge with another).
   */
  async recordStop(tx: Tx, report: StopReport): Promise<Result<string>> {
    const issues = stopIssues(report, tx.businessDate);
    if (issues.length > 0) return badInput(issues);
    const known = await lockPeople(tx, [report.personId]);
    if (known.size === 0) return notFound('care-person');
    const stops = await stopsOf(tx, [report.personId]);
    const open = stops.find(
      ({ kind, startsOn, endsOn }) => kind === 'hospital-stay' && endsOn === null && startsOn === report.startsOn,
    );
    const others = stops.filter((stop) => stop !== open);
    if (others.some((stop) => clashes(stop, report)) || (open && report.endsOn === null))
      return refuse('conflict', 'STOP_KNOWN', { kind: report.kind, startsOn: report.startsOn });
    if (open && report.kind === 'hospital-stay' && report.endsOn !== null) await endStop(tx, open.id, report.endsOn);
    else await insertStop(tx, { id: tx.newId(), ...report });
    const paid = await paidMonthsFrom(tx, [report.personId], monthOf(report.startsOn));
    await recordAction(tx, {
      subjectType: 'care-person',
      subjectId: report.personId,
      kind: 'CareStopRecorded',
      payload: {
        stop: report.kind,
        startsOn: report.startsOn,
        endsOn: report.endsOn,
        paidMonths: paid.map(({ month }) => month),
      },
    });
    await this.doubt(tx, report, paid);
    return ok(report.personId);
  }

  /** A person's calendar: of the run that paid the month, else as the facts stand now. Undefined for nobody of this area. */
  async calendar(tx: Tx, personId: string, month: Month): Promise<CareCalendar | undefined> {
    if (!(await isKnown(tx, personId))) return undefined;
    const paid = (await paidMonthsFrom(tx, [personId], month)).find((row) => row.month === month);
    const spans = paid
      ? await snapshotSpans(tx, paid.runId, personId)
      : careMonth((await this.facts(tx, [personId]))(personId), await this.packs.all(tx), month);
    return {
      personId,
      month,
      closed: paid !== undefined,
      spans,
      payableDays: payableDays(spans),
      amountFen: subsidyForMonth(spans),
    };
  }

  /** Everything that decides the months of these people. */
  async facts(tx: Tx, personIds: readonly string[]): Promise<(personId: string) => CareFacts> {
    const entitlements = group(await entitlementsOf(tx, personIds));
    const modes = group(await modesOf(tx, personIds));
    const stops = group(await stopsOf(tx, personIds));
    return (personId) => ({
      entitlements: (entitlements.get(personId) ?? []).map(({ grade, startsOn, endsOn }) => ({
        grade,
        startsOn,
        endsOn,
      })),
      modes: (modes.get(personId) ?? []).map(({ mode, startsOn, endsOn, providerId }) => ({
        mode,
        startsOn,
        endsOn,
        providerId,
      })),
      stops: (stops.get(personId) ?? []).map(({ kind, startsOn, endsOn }) => ({ kind, startsOn, endsOn })),
    });
  }

  entitlements(tx: Tx, personIds: readonly string[]): Promise<readonly EntitlementRow[]> {
    return entitlementsOf(tx, personIds);
  }

  modes(tx: Tx, personIds: readonly string[]): Promise<readonly ModeRow[]> {
    return modesOf(tx, personIds);
  }

  stops(tx: Tx, personIds: readonly string[]): Promise<readonly StopRow[]> {
    return stopsOf(tx, personIds);
  }

  /** Tells of the paid months whose payable days the stop changes. */
  private async doubt(tx: Tx, { personId, kind }: StopReport, paid: readonly PaidMonth[]): Promise<void> {
    if (paid.length === 0) return;
    const facts = (await this.facts(tx, [personId]))(personId);
    const packs = await this.packs.all(tx);
    const changed: PaidMonth[] = [];
    for (const row of paid) {
      const now = careMonth(facts, packs, row.month as Month);
      if (payableText(now) !== payableText(await snapshotSpans(tx, row.runId, personId))) changed.push(row);
    }
    if (changed.length === 0) return;
    await this.watch.doubted(tx, { stop: kind, lineIds: await linesOfMonths(tx, personId, changed) });
  }

  /** For each person the first day that no paid month holds any more, where a paid month reaches into the choice. */
  private async closedMonths(tx: Tx, choices: readonly ModeChoice[]): Promise<ReadonlyMap<string, Month>> {
    const earliest = choices.map(({ startsOn }) => monthOf(startsOn)).sort()[0];
    if (earliest === undefined) return new Map();
    const paid = await paidMonthsFrom(
      tx,
      choices.map(({ personId }) => personId),
      earliest,
    );
    return new Map(paid.map(({ personId, month }) => [personId, addMonths(month as Month, 1)]));
  }
}

const group = <Row extends { readonly personId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.personId, [...(groups.get(row.personId) ?? []), row]);
  return groups;
};

const payableText = (spans: readonly CareSpan[]): string =>
  canonicalJson(spans.filter(({ day }) => day.kind === 'payable'));

/** A day of discharge may be the day of the next admission (转院): the rule judges that day once, stopped if either stay says so. */
const clashes = (stop: StopRow, report: StopReport): boolean =>
  stop.kind === report.kind &&
  (report.kind !== 'hospital-stay' ||
    stop.startsOn === report.startsOn ||
    ((report.endsOn === null || stop.startsOn < report.endsOn) &&
      (stop.endsOn === null || report.startsOn < stop.endsOn)));
