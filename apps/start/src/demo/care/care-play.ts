import { addDays, plainDate, type PlainDate } from '@huiji/kernel';
import {
  type ApplicationService,
  type AssessorService,
  type BenefitPackService,
  type CareService,
  chongqingPack,
  type ConclusionService,
  type GradeService,
  type PublicityService,
  type SheetService,
  type VisitService,
} from '@huiji/long-term-care';
import type { AgencyPlayers, Casting } from '../people';
import type { Player, Stage } from '../stage';
import { answersFor } from './answers';
import { application, applicantHome } from './applicants';

/** How many rows go through a service in one act. */
const AT_ONCE = 100;

/** Two who visit together: an expert and an assessor, of one institution. */
interface Pair {
  readonly players: readonly [Player, Player];
  readonly assessorIds: readonly [string, string];
}

interface Visit {
  /** Which invented person. */
  readonly index: number;
  readonly applicationId: string;
  readonly assessmentId: string;
  readonly pair: Pair;
  /** What the assessment will come to. */
  readonly grade: number;
}

export interface CareServices {
  readonly applications: ApplicationService;
  readonly assessors: AssessorService;
  readonly packs: BenefitPackService;
  readonly visits: VisitService;
  readonly sheets: SheetService;
  readonly conclusions: ConclusionService;
  readonly publicity: PublicityService;
  readonly grades: GradeService;
  readonly care: CareService;
}

/** In parts of a size that one act carries. */
export const inParts = <Item>(items: readonly Item[], size = AT_ONCE): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, part) => items.slice(part * size, (part + 1) * size));

/** Long-term care of a demonstration: from the application to the confirmed grade, in the number of people asked for. */
export class CarePlay {
  private pairs: readonly Pair[] = [];

  constructor(
    private readonly stage: Stage,
    private readonly services: CareServices,
    private readonly agency: AgencyPlayers,
  ) {}

  /** The benefit of the area, two institutions, three pairs of assessors. */
  async prepare(casting: Casting, prefix: string, cityZh: string, cityEn: string): Promise<void> {
    const source = '重庆市长期护理保险试点公开信息；金额与日规则为演示默认值';
    await this.stage.as(this.agency.clerk, (tx) =>
      this.services.packs.adopt(tx, chongqingPack, {
        name: `${cityZh}长期护理保险待遇（演示）`,
        source,
        confirmedBy: null,
      }),
    );
    const pairs: Pair[] = [];
    for (let pair = 0; pair < 3; pair += 1) {
      const zh = `${cityZh}长护评估机构${(pair + 1).toString()}（演示）`;
      const en = `${cityEn} assessment institution ${(pair + 1).toString()} (demonstration)`;
      const institution = await casting.organisation('assessment-institution', zh, en);
      const login = (seat: number): string => `${prefix}-assessor-${(pair * 2 + seat).toString()}`;
      const expert = await casting.player(
        login(1),
        `${cityZh}评估专家${(pair + 1).toString()}（演示）`,
        institution,
        'assessor',
      );
      const assessor = await casting.player(
        login(2),
        `${cityZh}评估员${(pair + 1).toString()}（演示）`,
        institution,
        'assessor',
      );
      const [first = '', second = ''] = await this.enrol([expert, assessor]);
      pairs.push({ players: [expert, assessor], assessorIds: [first, second] });
    }
    this.pairs = pairs;
  }

  /** Applications of the invented people `from`…`to` − 1, entered and, unless told otherwise, accepted. */
  async apply(from: number, to: number, accepted = true): Promise<readonly string[]> {
    const indexes = Array.from({ length: to - from }, (_, offset) => from + offset);
    const ids: string[] = [];
    for (const part of inParts(indexes)) {
      const made = await this.stage.as(this.agency.clerk, (tx) =>
        this.services.applications.submit(tx, part.map(application)),
      );
      ids.push(...made);
    }
    if (accepted)
      for (const part of inParts(ids))
        await this.stage.as(this.agency.clerk, (tx) => this.services.applications.accept(tx, part));
    return ids;
  }

  /** Sends the last `count` of these applications back. */
  async giveBack(ids: readonly string[], reason: string): Promise<void> {
    for (const id of ids)
      await this.stage.as(this.agency.clerk, (tx) => this.services.applications.return(tx, id, reason));
  }

  /** Assigns visits on a day; the grades say what each assessment will come to. */
  async assign(
    from: number,
    ids: readonly string[],
    visitOn: PlainDate,
    grades: readonly number[],
  ): Promise<readonly Visit[]> {
    const visits: Visit[] = [];
    for (const part of inParts(ids.map((applicationId, offset) => ({ applicationId, index: from + offset })))) {
      const planned = part.map((each) => ({ ...each, pair: this.pairOf(each.index) }));
      const drafts = planned.map(({ applicationId, index, pair }) => ({
        applicationId,
        assessorIds: [...pair.assessorIds],
        visitOn,
        visitPlace: applicantHome(index),
      }));
      const made = await this.stage.as(this.agency.clerk, (tx) => this.services.visits.assign(tx, drafts));
      planned.forEach((each, place) => {
        const offset = each.index - from;
        visits.push({ ...each, assessmentId: made[place] ?? '', grade: grades[offset] ?? 0 });
      });
    }
    return visits;
  }

  /** One seat's sheets of these visits, submitted. The second seat lays the same grade out on other items. */
  async submitSheets(visits: readonly Visit[], seat: 0 | 1): Promise<void> {
    for (const [pair, own] of this.byPair(visits))
      for (const part of inParts(own))
        await this.stage.as(pair.players[seat], (tx) =>
          this.services.sheets.submit(
            tx,
            part.map(({ assessmentId, grade, index }) => ({
              assessmentId,
              answers: answersFor(grade, index, seat * 3),
              guardianPresent: true,
            })),
          ),
        );
  }

  /** Both put the same result. */
  async conclude(visits: readonly Visit[]): Promise<void> {
    for (const [pair, own] of this.byPair(visits))
      for (const player of pair.players)
        for (const part of inParts(own))
          await this.stage.as(player, (tx) =>
            this.services.conclusions.submit(
              tx,
              part.map(({ assessmentId }) => ({ assessmentId, jointAnswers: null })),
            ),
          );
  }

  async publish(visits: readonly Visit[]): Promise<void> {
    for (const part of inParts(visits.map((visit) => visit.assessmentId)))
      await this.stage.as(this.agency.clerk, (tx) => this.services.publicity.start(tx, part));
  }

  /** The morning after the last day of publicity. */
  async endPublicity(startedOn: PlainDate): Promise<void> {
    await this.stage.goTo(addDays(startedOn, chongqingPack.publicityDays + 1));
    await this.stage.prepare((tx) => this.services.publicity.closeDue(tx));
  }

  async confirm(visits: readonly Visit[]): Promise<void> {
    for (const part of inParts(visits.map((visit) => visit.assessmentId)))
      await this.stage.as(this.agency.approval, (tx) => this.services.grades.confirm(tx, part));
  }

  /** Everybody passed is cared for at home, by visits, from a day. Answers the people. */
  async chooseModes(visits: readonly Visit[], startsOn: PlainDate): Promise<readonly string[]> {
    const people: string[] = [];
    for (const part of inParts(visits)) {
      const own = await this.stage.read((tx) =>
        this.services.applications.byIds(
          tx,
          part.map((visit) => visit.applicationId),
        ),
      );
      const choices = own.map(({ personId }) => ({
        personId,
        mode: 'home-visits' as const,
        startsOn,
        providerId: null,
      }));
      await this.stage.as(this.agency.clerk, (tx) => this.services.care.chooseModes(tx, choices));
      people.push(...choices.map((choice) => choice.personId));
    }
    return people;
  }

  private enrol(players: readonly Player[]): Promise<readonly string[]> {
    return this.stage.as(this.agency.clerk, (tx) =>
      this.services.assessors.enrol(
        tx,
        players.map((player, seat) => ({
          userId: player.userId,
          organisationId: player.organisationId,
          fullName: seat === 0 ? '演示评估专家' : '演示评估员',
          expert: seat === 0,
          certificateNumber: `演示-${player.loginName}`,
          certificateExpiresOn: plainDate('2026-12-31'),
        })),
      ),
    );
  }

  private pairOf(index: number): Pair {
    const pair = this.pairs[index % this.pairs.length];
    if (!pair) throw new Error('assessors are cast before they visit');
    return pair;
  }

  private byPair(visits: readonly Visit[]): ReadonlyMap<Pair, readonly Visit[]> {
    const parts = new Map<Pair, Visit[]>();
    for (const visit of visits) parts.set(visit.pair, [...(parts.get(visit.pair) ?? []), visit]);
    return parts;
  }
}
