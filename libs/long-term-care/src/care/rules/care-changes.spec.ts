import { fen, month, plainDate } from '@huiji/kernel';
import { chongqingPack } from '../data/chongqing-pack';
import type { BenefitPack, CareFacts } from '../model/care';
import { modeIssues, stopIssues } from './care-changes';

const date = plainDate;
const pack: BenefitPack = { ...chongqingPack, id: 'pack' };
const facts: CareFacts = {
  entitlements: [{ grade: 3, startsOn: date('2021-11-01'), endsOn: date('2023-10-19') }],
  modes: [{ mode: 'home-personal', startsOn: date('2021-10-20'), endsOn: null, providerId: null }],
  stops: [],
};
const choice = { mode: 'home-visits', startsOn: date('2022-01-11'), providerId: null } as const;
const codes = (
  over: Partial<Parameters<typeof modeIssues>[0]> = {},
  about: Partial<CareFacts> = {},
  packs: readonly BenefitPack[] = [pack],
  openFrom: Parameters<typeof modeIssues>[3] = null,
) => modeIssues({ ...choice, ...over }, { ...facts, ...about }, packs, openFrom).map(({ code }) => code);

describe('a choice of mode', () => {
  it('needs a confirmed grade that still runs', () => {
    expect(codes()).toEqual([]);
    expect(codes({}, { entitlements: [] })).toEqual(['NO_ENTITLEMENT']);
    expect(codes({ startsOn: date('2023-10-20') })).toEqual(['NO_ENTITLEMENT']);
  });

  it('follows the mode before, never goes behind it', () => {
    expect(codes({ startsOn: date('2021-10-20') })).toEqual(['MODE_OVERLAPS']);
    expect(codes({ startsOn: date('2021-10-01') })).toEqual(['MODE_OVERLAPS']);
  });

  it('does not reach into a month that is paid', () => {
    expect(codes({}, {}, [pack], month('2022-01'))).toEqual([]);
    expect(codes({}, {}, [pack], month('2022-02'))).toEqual(['CARE_MONTH_CLOSED']);
  });

  it('must be a mode the pack pays, with an institution where the institution is paid', () => {
    expect(codes({ mode: 'combined' })).toEqual(['MODE_NOT_PAID']);
    expect(codes({}, {}, [])).toEqual(['MODE_NOT_PAID']);
    const rates = pack.rates.map((rate) => ({ ...rate, providerDayFen: fen(3000n) }));
    expect(codes({}, {}, [{ ...pack, rates }])).toEqual(['CARE_PROVIDER_MISSING']);
    expect(codes({ providerId: 'house' }, {}, [{ ...pack, rates }])).toEqual([]);
  });
});

describe('a report of a stop', () => {
  const today = date('2022-01-20');
  const stop = { kind: 'hospital-stay', startsOn: date('2022-01-10'), endsOn: null } as const;
  const stopCodes = (over: Partial<Parameters<typeof stopIssues>[0]>) =>
    stopIssues({ ...stop, ...over }, today).map(({ field, code }) => `${field} ${code}`);

  it('is about the past, in order, and only a stay has an end', () => {
    expect(stopCodes({})).toEqual([]);
    expect(stopCodes({ endsOn: date('2022-01-10') })).toEqual([]);
    expect(stopCodes({ startsOn: date('2022-01-21') })).toEqual(['startsOn CARE_DATE_IN_FUTURE']);
    expect(stopCodes({ endsOn: date('2022-01-21') })).toEqual(['endsOn CARE_DATE_IN_FUTURE']);
    expect(stopCodes({ endsOn: date('2022-01-09') })).toEqual(['endsOn CARE_DATES_REVERSED']);
    expect(stopCodes({ kind: 'death', endsOn: date('2022-01-10') })).toEqual(['endsOn END_NOT_ALLOWED']);
  });
});
