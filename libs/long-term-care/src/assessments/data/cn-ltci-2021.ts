import type { Instrument } from '../model/instrument';
import { cognition2021 } from './cn-ltci-2021-cognition';
import { dailyLiving2021 } from './cn-ltci-2021-daily-living';
import { perception2021 } from './cn-ltci-2021-perception';

/**
 * 《长期护理失能等级评估标准（试行）》 医保办发〔2021〕37号: 3 domains, 17 items, 6 grades.
 * A higher score is better function; grade 5 is the worst. The bands and the 4 × 4 table are not yet confirmed against
 * the official text: they ship marked, and a named officer of the area confirms them.
 */
export const cnLtci2021: Instrument = {
  key: 'cn_ltci_2021',
  version: '2021-1',
  nameZh: '长期护理失能等级评估标准（试行）',
  nameEn: 'Long-term care disability grading standard (trial)',
  source: '医保办发〔2021〕37号',
  domains: [dailyLiving2021, cognition2021, perception2021],
  scoring: {
    method: 'combination-table',
    rowDomain: 'adl',
    columnDomains: ['cognition', 'perception'],
    table: [
      [0, 0, 1, 1],
      [1, 1, 1, 2],
      [2, 2, 2, 3],
      [3, 3, 4, 5],
    ],
    tableVerified: false,
  },
  grades: [
    { grade: 0, nameZh: '基本正常', nameEn: 'basically normal' },
    { grade: 1, nameZh: '轻度失能', nameEn: 'mild' },
    { grade: 2, nameZh: '中度失能', nameEn: 'moderate' },
    { grade: 3, nameZh: '重度失能Ⅰ级', nameEn: 'severe I' },
    { grade: 4, nameZh: '重度失能Ⅱ级', nameEn: 'severe II' },
    { grade: 5, nameZh: '重度失能Ⅲ级', nameEn: 'severe III, the most severe' },
  ],
  wordingGaps: [
    {
      item: 'bladder',
      zh: '“偶有失禁”要求每24小时<1次且每周>1次；每周恰好一次或更少（但非零）没有对应选项，请询问经办机构。',
      en: 'Score 5 asks for less than once in 24 hours and more than once a week; once a week or rarer fits no option: ask the agency.',
    },
    {
      item: 'walking',
      zh: '能独立操作自己轮椅的人，不完全符合5分（他人操作）或15分（步行）；按国家医保局操作指南处理。',
      en: 'A person who moves an own wheelchair alone fits neither 5 nor 15 clearly: follow the operation guide of the standard.',
    },
    {
      item: 'bowel',
      zh: '两份转录文本不一致（取便／排便），以官方文本为准。',
      en: 'Two transcriptions differ in one word: the official text decides.',
    },
  ],
};
