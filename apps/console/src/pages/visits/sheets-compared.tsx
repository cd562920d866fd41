import { useTranslation } from 'react-i18next';
import { Panel } from '../../pieces/page';
import { Table } from '../../pieces/table';
import type { Instrument } from '../instruments/use-instrument';
import type { FullAssessment } from './visit.page';

/** Item by item what each assessor answered; where they differ is marked. */
export const SheetsCompared = ({ assessment, instrument }: { assessment: FullAssessment; instrument: Instrument }) => {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  const names = new Map(assessment.assessors.map((seat) => [seat.assessorId, seat.fullName]));
  const scores = assessment.sheets.map((sheet) => ({
    id: sheet.id,
    name: names.get(sheet.assessorId) ?? '',
    of: new Map(sheet.answers.map(({ item, score }) => [item, score])),
    grade: sheet.grading?.grade,
  }));
  const items = instrument.domains.flatMap((domain) => domain.items);
  const differs = (item: string): boolean => new Set(scores.map((sheet) => sheet.of.get(item))).size > 1;
  return (
    <Panel
      title={t('visits.both')}
      note={t('visits.bothNote', { count: items.filter((item) => differs(item.key)).length })}
      flush
    >
      <Table
        keep
        caption={t('visits.both')}
        keyOf={(item) => item.key}
        rows={items}
        toneOf={(item) => (differs(item.key) ? 'wrong' : undefined)}
        columns={[
          { key: 'item', head: t('visits.item'), cell: (item) => (english ? item.nameEn : item.nameZh) },
          ...scores.map((sheet) => ({
            key: sheet.id,
            head: sheet.name,
            end: true,
            cell: (item: Instrument['domains'][number]['items'][number]) => sheet.of.get(item.key) ?? '',
          })),
        ]}
        foot={[t('visits.grade'), ...scores.map((sheet) => sheet.grade ?? '')]}
      />
    </Panel>
  );
};
