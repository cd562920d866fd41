import { addDays, daysInclusive, fen, firstDay, month, plainDate, type Month, type PlainDate } from '@huiji/kernel';
import fc from 'fast-check';
import {
  careModes,
  edgeDays,
  type BenefitPack,
  type BenefitRate,
  type CareFacts,
  type StopEvent,
} from '../care/model/care';

/** Random people and benefit packs around a month, for property tests: drawn around January 2022, then moved to the month. */
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

/** Mostly a single piece that covers the whole month, sometimes any. */
const mostly = (max: number): fc.Arbitrary<readonly Piece[]> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant([{ startsOn: origin, endsOn: addDays(origin, 55) }]) },
    { weight: 3, arbitrary: pieces(max) },
  );

const grade = fc.constantFrom(3, 3, 3, 2, 4);
const mode = fc.constantFrom(...careModes);
export const providerIds = ['018f0000-0000-7000-8000-00000000aaaa', '018f0000-0000-7000-8000-00000000bbbb'] as const;
const provider = fc.constantFrom(null, ...providerIds);
const open = <Row extends Piece>(rows: readonly Row[], last: boolean) =>
  rows.map((row, index) => ({ ...row, endsOn: last && index === rows.length - 1 ? null : row.endsOn }));

const once = (kind: 'death' | 'moved-away'): fc.Arbitrary<readonly StopEvent[]> =>
  fc
    .oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: day })
    .map((startsOn) => (startsOn === null ? [] : [{ kind, startsOn, endsOn: null }]));

/** Two stays, the second from the day of the first discharge on (转院). */
const transfers: fc.Arbitrary<readonly Piece[]> = pieces(2).map((rows) =>
  rows.map((row, index) => ({ ...row, startsOn: rows[index - 1]?.endsOn ?? row.startsOn })),
);

/** Stays in hospital that share at most the day of a transfer, the last perhaps open; a death and a move at most once: as the database keeps them. */
const stops: fc.Arbitrary<readonly StopEvent[]> = fc
  .tuple(fc.oneof(fc.constant([]), pieces(2), transfers), fc.boolean(), once('death'), once('moved-away'))
  .map(([stays, isOpen, death, move]) => [
    ...open(stays, isOpen).map((stay) => ({ kind: 'hospital-stay' as const, ...stay })),
    ...death,
    ...move,
  ]);

const factsAroundJanuary: fc.Arbitrary<CareFacts> = fc
  .record({
    grades: mostly(2).chain((rows) => fc.tuple(...rows.map((row) => grade.map((value) => ({ ...row, grade: value }))))),
    modes: mostly(3).chain((rows) =>
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
      before: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: day }),
    })
    .map((row) => ({
      mode: row.mode,
      grade: row.grade,
      personDayFen: fen(row.person + (row.provider === 0 ? 1 : 0)),
      providerDayFen: fen(row.provider),
      onlyIfModeBefore: row.before,
    })),
  { minLength: 9, maxLength: 12, selector: ({ mode: m, grade: g }) => `${m}${g}` },
);

const edge = fc.constantFrom(...edgeDays);

/** One to three packs that follow each other; days before, between or after them may have none. */
const packsAroundJanuary: fc.Arbitrary<readonly BenefitPack[]> = pieces(3).chain((rows) =>
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

/** Months of every length, the 29th of February and a change of year among them. */
export const monthArbitrary: fc.Arbitrary<Month> = fc.constantFrom(
  ...['2022-01', '2021-12', '2022-02', '2024-02', '2022-04', '2023-11', '2000-02'].map(month),
);

const mover = (of: Month): ((date: PlainDate) => PlainDate) => {
  const [january, first] = [plainDate('2022-01-01'), firstDay(of)];
  const days = first < january ? 1 - daysInclusive(first, january) : daysInclusive(january, first) - 1;
  return (date) => addDays(date, days);
};

/** People around a month. */
export const careFactsIn = (of: Month): fc.Arbitrary<CareFacts> => {
  const move = mover(of);
  const moveOpen = <Row extends { readonly startsOn: PlainDate; readonly endsOn: PlainDate | null }>(
    row: Row,
  ): Row => ({
    ...row,
    startsOn: move(row.startsOn),
    endsOn: row.endsOn === null ? null : move(row.endsOn),
  });
  return factsAroundJanuary.map(({ entitlements, modes, stops: events }) => ({
    entitlements: entitlements.map(moveOpen),
    modes: modes.map(moveOpen),
    stops: events.map(moveOpen),
  }));
};

/** Packs around a month. */
export const packsIn = (of: Month): fc.Arbitrary<readonly BenefitPack[]> => {
  const move = mover(of);
  return packsAroundJanuary.map((packs) =>
    packs.map((pack) => ({
      ...pack,
      validFrom: move(pack.validFrom),
      validTo: pack.validTo === null ? null : move(pack.validTo),
      rates: pack.rates.map((row) => ({
        ...row,
        onlyIfModeBefore: row.onlyIfModeBefore === null ? null : move(row.onlyIfModeBefore),
      })),
    })),
  );
};

/** A month with somebody in it and its packs. */
export const careMonthArbitrary = monthArbitrary.chain((of) =>
  fc.record({ of: fc.constant(of), person: careFactsIn(of), packs: packsIn(of) }),
);
