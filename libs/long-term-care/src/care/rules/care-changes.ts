import { firstDay, type FieldIssue, type Month, type PlainDate } from '@huiji/kernel';
import type { BenefitPack, CareFacts, CareMode, StopKind } from '../model/care';

/**
 * What is wrong with a choice of mode: NO_ENTITLEMENT (no confirmed grade that still runs on that day), MODE_OVERLAPS (a mode
 * begins on or after that day), CARE_MONTH_CLOSED (`openFrom`: the first month that is not paid), MODE_NOT_PAID (the pack of that day, or of
 * the first day of care where that is later, has no rate), CARE_PROVIDER_MISSING (the rate has a share for an institution).
 */
export const modeIssues = (
  choice: { readonly mode: CareMode; readonly startsOn: PlainDate; readonly providerId: string | null },
  facts: CareFacts,
  packs: readonly BenefitPack[],
  openFrom: Month | null,
): readonly FieldIssue[] => {
  const entitlement = facts.entitlements.find(({ endsOn }) => endsOn >= choice.startsOn);
  if (!entitlement) return [{ field: 'personId', code: 'NO_ENTITLEMENT' }];
  const issues: FieldIssue[] = [];
  if (
    facts.modes.some(
      ({ startsOn, endsOn }) => startsOn >= choice.startsOn || (endsOn !== null && endsOn >= choice.startsOn),
    )
  )
    issues.push({ field: 'startsOn', code: 'MODE_OVERLAPS' });
  if (openFrom !== null && choice.startsOn < firstDay(openFrom))
    issues.push({ field: 'startsOn', code: 'CARE_MONTH_CLOSED', facts: { openFrom } });
  const day = choice.startsOn > entitlement.startsOn ? choice.startsOn : entitlement.startsOn;
  const pack = packs.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo));
  const rate = pack?.rates.find(
    (candidate) =>
      candidate.mode === choice.mode &&
      candidate.grade === entitlement.grade &&
      (candidate.onlyIfModeBefore === null || choice.startsOn < candidate.onlyIfModeBefore),
  );
  if (!rate) issues.push({ field: 'mode', code: 'MODE_NOT_PAID', facts: { mode: choice.mode } });
  else if (rate.providerDayFen > 0n && choice.providerId === null)
    issues.push({ field: 'providerId', code: 'CARE_PROVIDER_MISSING' });
  return issues;
};

/** What is wrong with a report of a stop: CARE_DATE_IN_FUTURE, CARE_DATES_REVERSED, END_NOT_ALLOWED (only a stay in hospital ends). */
export const stopIssues = (
  report: { readonly kind: StopKind; readonly startsOn: PlainDate; readonly endsOn: PlainDate | null },
  businessDate: PlainDate,
): readonly FieldIssue[] => {
  const issues: FieldIssue[] = [];
  if (report.startsOn > businessDate) issues.push({ field: 'startsOn', code: 'CARE_DATE_IN_FUTURE' });
  if (report.endsOn === null) return issues;
  if (report.kind !== 'hospital-stay') issues.push({ field: 'endsOn', code: 'END_NOT_ALLOWED' });
  else if (report.endsOn < report.startsOn) issues.push({ field: 'endsOn', code: 'CARE_DATES_REVERSED' });
  else if (report.endsOn > businessDate) issues.push({ field: 'endsOn', code: 'CARE_DATE_IN_FUTURE' });
  return issues;
};
