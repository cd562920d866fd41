import { daysInclusive, fen } from '@huiji/kernel';
import type { CareCalendar } from '../care/care.service';
import type { InstrumentStanding } from '../assessments/instrument.service';
import type { AnswerSheet, ConclusionVote } from '../assessments/model/assessment';
import type { CareSpan } from '../care/model/care';
import type { SubsidyLine, SubsidyRun } from '../care/model/subsidy-run';
import { answersAsList } from '../model/views';
import type { AnswerSheetType, ConclusionVoteType } from '../assessments/graphql/assessment.type';
import type { AssessmentInstrumentType } from '../assessments/graphql/instrument.type';
import type { CareMonthType, CareSpanType, SubsidyLineType, SubsidyRunType } from '../care/graphql/subsidy.type';

export const instrumentView = ({
  instrument,
  unconfirmed,
  confirmation,
}: InstrumentStanding): AssessmentInstrumentType => ({
  ...instrument,
  table: instrument.scoring.method === 'combination-table' ? instrument.scoring.table : null,
  unconfirmed,
  confirmation: confirmation ? { ...confirmation } : null,
});

export const sheetView = (sheet: AnswerSheet): AnswerSheetType => ({ ...sheet, answers: answersAsList(sheet.answers) });

export const voteView = (vote: ConclusionVote): ConclusionVoteType => ({
  ...vote,
  jointAnswers: vote.jointAnswers ? answersAsList(vote.jointAnswers) : null,
});

const spanView = ({ from, to, day }: CareSpan): CareSpanType => {
  const dates = { from, to, days: daysInclusive(from, to) };
  if (day.kind === 'stopped')
    return {
      ...dates,
      stopReason: day.reason,
      mode: null,
      grade: null,
      dayRate: null,
      personDayRate: null,
      providerDayRate: null,
      providerId: null,
    };
  return {
    ...dates,
    stopReason: null,
    mode: day.mode,
    grade: day.grade,
    dayRate: fen(day.personDayFen + day.providerDayFen),
    personDayRate: day.personDayFen,
    providerDayRate: day.providerDayFen,
    providerId: day.providerId,
  };
};

export const calendarView = ({ spans, amountFen, ...rest }: CareCalendar): CareMonthType => ({
  ...rest,
  spans: spans.map(spanView),
  amount: amountFen,
});

export const runView = ({ totalFen, ...run }: SubsidyRun): SubsidyRunType => ({ ...run, total: totalFen });

export const lineView = ({ amountFen, ...line }: SubsidyLine): SubsidyLineType => ({ ...line, amount: amountFen });
