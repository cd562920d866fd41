import { basisPoints } from '@huiji/kernel';
import { shenzhenBands, type PolicyDraft } from '@huiji/savings';

/** The choices of the demonstration's policies of retained savings: shipped defaults, said to be unconfirmed. */
export const demonstrationPolicy: Omit<PolicyDraft, 'roundId' | 'name' | 'validFrom' | 'validTo'> = {
  budgetVolume: 'base',
  floor: 'hospital',
  ratioKind: 'banded',
  insuredShareUsed: true,
  nonSelectedCounted: true,
  capBp: basisPoints(5_000),
  bands: shenzhenBands,
  answerWorkingDays: 20,
  silence: 'waits',
  legalBasis: '演示政策：公式见公开文件，口径为演示默认值，未经官方文本核对',
  source: '深圳公开分档（80/70/60），边界按左闭右开处理',
};
