import { mutationResult } from '@huiji/platform';
import { AgreementPeriodType, RatioTableType, RoundType } from './round.types';

export const RoundOpenResult = mutationResult('RoundOpenResult', () => RoundType);
export const AgreementPeriodPlanResult = mutationResult('AgreementPeriodPlanResult', () => AgreementPeriodType);
export const RatioTableSetResult = mutationResult('RatioTableSetResult', () => RatioTableType);
export const RatioTableEndResult = mutationResult('RatioTableEndResult', () => RatioTableType);
export const AwardsImportResult = mutationResult('AwardsImportResult', () => AgreementPeriodType);
