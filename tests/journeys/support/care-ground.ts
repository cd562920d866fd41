import { mod11Radix2, plainDate } from '@huiji/kernel';
import { AssessorService, BenefitPackService, chongqingPack } from '@huiji/long-term-care';
import type { JourneyArea } from './journey-area';

/** An identity number of true form in a division that does not exist: no real person has it. */
export const identityNumber = (serial: number): string => {
  const body = `50990019400101${serial.toString().padStart(3, '0')}`;
  return body + mod11Radix2(body);
};

/** Somebody of the journey: application, assessment and what the assessors will find. */
export interface Somebody {
  readonly name: string;
  readonly identityNumber: string;
  personId: string;
  applicationId: string;
  assessmentId: string;
}

export const somebody = (name: string, serial: number): Somebody => ({
  name,
  identityNumber: identityNumber(serial),
  personId: '',
  applicationId: '',
  assessmentId: '',
});

/** What the clerk enters for somebody. */
export const draftOf = ({ name, identityNumber: number }: Somebody) => ({
  fullName: name,
  identityNumber: number,
  street: '七星岗街道一号',
  claimedGrade: 3,
  disabledSince: '2020-01-01',
  treatmentRecord: '脑卒中后遗症',
  insured: true,
});

export interface AnswerEntry {
  readonly item: string;
  readonly score: number;
}

interface InstrumentView {
  readonly key: string;
  readonly version: string;
  readonly domains: readonly {
    readonly key: string;
    readonly items: readonly { readonly key: string; readonly options: readonly { readonly score: number }[] }[];
  }[];
}

/**
 * What long-term care stands on before anybody applies: the benefit of Chongqing, and assessors of two institutions.
 * There is no mutation for either yet; they are set through the services.
 */
export const careGround = async (area: JourneyArea): Promise<void> => {
  await area.prepare(BenefitPackService, (packs, tx) =>
    packs.adopt(tx, chongqingPack, { name: '测试待遇', source: '测试', confirmedBy: null }),
  );
  for (const [login, institution, expert] of [
    ['expert', '评估机构一', true],
    ['assessor', '评估机构一', false],
    ['stranger', '评估机构二', true],
  ] as const) {
    if (login !== 'assessor') await area.organisation('assessment-institution', institution);
    await area.person(login, institution, 'assessor');
    const { me } = await area.as(login).query<{ me: { id: string } }>('{ me { id } }');
    const certificate = { certificateNumber: login, certificateExpiresOn: plainDate('2023-12-31') };
    const draft = { userId: me.id, organisationId: area.idOf(institution), fullName: login, expert, ...certificate };
    await area.prepare(AssessorService, (assessors, tx) => assessors.enrol(tx, [draft]));
  }
};

const SEEN = `query ($id: Uuid!) { assessment(id: $id) { state sheetsIn mySheet { state answers { item } }
  sheets { assessorId grading { grade } } } }`;

/** An assessment as somebody may see it. */
export const assessmentSeenBy = async (area: JourneyArea, login: string, { assessmentId: id }: Somebody) =>
  (await area.as(login).query(SEEN, { id }))['assessment'];

/** Answer sheets made from the instrument as an assessor reads it: 17 items with their options. */
export class SheetMaker {
  private constructor(readonly instrument: InstrumentView) {}

  static async read(area: JourneyArea): Promise<SheetMaker> {
    const { instruments } = await area
      .as('expert')
      .query<{ instruments: readonly InstrumentView[] }>(
        '{ instruments { key version domains { key items { key options { score } } } } }',
      );
    const [instrument] = instruments;
    if (!instrument) throw new Error('no instrument is shipped');
    return new SheetMaker(instrument);
  }

  get items(): readonly string[] {
    return this.instrument.domains.flatMap(({ items }) => items.map(({ key }) => key));
  }

  /** The least points in these domains, the most in all others. */
  worstIn(...domains: readonly string[]): readonly AnswerEntry[] {
    return this.instrument.domains.flatMap(({ key, items }) =>
      items.map((item) => {
        const scores = item.options.map(({ score }) => score);
        return { item: item.key, score: domains.includes(key) ? Math.min(...scores) : Math.max(...scores) };
      }),
    );
  }
}
