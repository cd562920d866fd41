import { addDays, fen, plainDate, type PlainDate } from '@huiji/kernel';
import fc from 'fast-check';
import {
  careModes,
  edgeDays,
  stopKinds,
  type BenefitPack,
  type BenefitRate,
  type CareFacts,
  type StopEvent,
} from '../model/care';

/** Random people and benefit packs around January 2022, for property tests. */
const origin = plainDate('2021-12-20');
const day: fc.Arbitrary<PlainDate> = fc.integer({ min: 0, max: 55 }).map((n) => addDays(origin, n));

interface Piece {
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
}

/** Pieces that do not overlap: an even number of different days, in pairs. */
const pieces = (maxPieces: number): fc.Arbitrary<readonly Piece[]> =>
  fc.uniqueArray(day, { minLength: 0, maxLength: maxPieces * 2 }).map((days) => {
    const sorted = [...days].sort();
    return sorted.flatMap((startsOn, index) => {
      const endsOn = sorted[index + 1];
      return index % 2 === 0 && endsOn !== undefined ? [{ startsOn, endsOn }] : [];
    });
  });

const grade = fc.constantFrom(2, 3, 4);
const mode = fc.constantFrom(...careModes);
export const providerIds = ['018f0000-0000-7000-8000-00000000aaaa', '018f0000-0000-7000-8000-00000000bbbb'] as const;
const provider = fc.constantFrom(null, ...providerIds);
const open = <Row extends Piece>(rows: readonly Row[], last: boolean) =>
  rows.map((row, index) => ({ ...row, endsOn: last && index === rows.length - 1 ? null : row.endsOn }));

const stop: fc.Arbitrary<StopEvent> = fc
  .record({
    kind: fc.constantFrom('hospital-stay', 'hospital-stay', ...stopKinds),
    a: day,
    b: day,
    isOpen: fc.boolean(),
  })
  .map(({ kind, a, b, isOpen }) => ({
    kind: kind,
    startsOn: a < b ? a : b,
    endsOn: isOpen || kind !== 'hospital-stay' ? null : a < b ? b : a,
  }));

/** A death and a move at most once, as the database keeps them. */
const stops = fc.uniqueArray(stop, {
  maxLength: 4,
  selector: (row) => (row.kind === 'hospital-stay' ? row.startsOn : row.kind),
});

export const careFactsArbitrary: fc.Arbitrary<CareFacts> = fc
  .record({
    grades: pieces(2).chain((rows) => fc.tuple(...rows.map((row) => grade.map((value) => ({ ...row, grade: value }))))),
    modes: pieces(3).chain((rows) =>
      fc.tuple(
        ...rows.map((row) =>
          fc.tuple(mode, provider).map(([value, providerId]) => ({ ...row, mode: value, providerId })),
        ),
      ),
    ),
    openMode: fc.boolean(),
    stops,
  })
  .map(({ grades, modes, openMode, stops: events }) => ({
    entitlements: grades,
    modes: open(modes, openMode),
    stops: events,
  }));

const rates: fc.Arbitrary<readonly BenefitRate[]> = fc.uniqueArray(
  fc
    .record({
      mode,
      grade,
      person: fc.integer({ min: 0, max: 9999 }),
      provider: fc.constantFrom(0, 0, 3000),
      before: fc.option(day),
    })
    .map((row) => ({
      mode: row.mode,
      grade: row.grade,
      personDayFen: fen(row.person + (row.provider === 0 ? 1 : 0)),
      providerDayFen: fen(row.provider),
      onlyIfModeBefore: row.before,
    })),
  { minLength: 4, maxLength: 12, selector: ({ mode: m, grade: g }) => `${m}${g}` },
);

const edge = fc.constantFrom(...edgeDays);

/** One to three packs that follow each other; days before, between or after them may have none. */
export const packsArbitrary: fc.Arbitrary<readonly BenefitPack[]> = pieces(3).chain((rows) =>
  fc
    .tuple(fc.boolean(), ...rows.map((row, index) => packOf(row, index)))
    .map(([isOpen, ...packs]) =>
      packs.map((pack, index) => (isOpen && index === packs.length - 1 ? { ...pack, validTo: null } : pack)),
    ),
);

const packOf = (row: Piece, index: number): fc.Arbitrary<BenefitPack> =>
  fc.record({ rates, admissionDay: edge, dischargeDay: edge, deathDay: edge, moveDay: edge }).map((rules) => ({
    ...rules,
    id: `018f0000-0000-7000-8000-00000000000${index}`,
    validFrom: row.startsOn,
    validTo: row.endsOn,
    startRule: 'next-month',
    publicityDays: 7,
    validityMonths: 24,
  }));
