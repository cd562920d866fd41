import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../api/graphql';
import { useAct } from '../../api/use-act';
import { usePages } from '../../api/use-read';
import { FaultNotice, RefusalNotice } from '../../pieces/notice';
import { Waiting } from '../../pieces/pages-table';
import { Table } from '../../pieces/table';
import { Awards } from '../rounds/rounds.documents';
import type { FullReport } from './report.page';
import { EnterReport } from './reports.documents';

type Award = ResultOf<typeof Awards>['awards']['edges'][number]['node'];
interface Typed {
  readonly quantity: string;
  readonly reason: string;
}

/** One row per variety of the round, by generic name; blank means nothing is reported for it. */
export const ReportEntry = ({ report }: { report: FullReport }) => {
  const pages = usePages(Awards, { periodId: report.campaign.periodId }, (data) => data.awards, { pageSize: 200 });
  if (pages.rows === undefined)
    return pages.fault ? <FaultNotice fault={pages.fault} retry={pages.retry} /> : <Waiting />;
  const varieties = new Map(pages.rows.map((award) => [award.variety.genericNameZh, award]));
  return <EntryForm report={report} varieties={[...varieties.values()]} />;
};

const EntryForm = ({ report, varieties }: { report: FullReport; varieties: readonly Award[] }) => {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  const enter = useAct('volumeReportEnter', EnterReport, (data) => data.volumeReportEnter);
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>(() =>
    Object.fromEntries(
      report.lines
        .filter((line) => line.product === null)
        .map((line) => [line.variety.genericNameZh, { quantity: line.quantity, reason: line.reason ?? '' }]),
    ),
  );
  const change = (variety: string, part: Partial<Typed>) => {
    setTyped((before) => ({ ...before, [variety]: { quantity: '', reason: '', ...before[variety], ...part } }));
  };
  const lines = varieties
    .map((award) => award.variety.genericNameZh)
    .flatMap((variety) => {
      const row = typed[variety];
      return row === undefined || row.quantity.trim() === ''
        ? []
        : [{ variety, product: '', quantity: row.quantity.trim(), reason: row.reason.trim() }];
    });
  return (
    <div className="stack">
      <Table
        caption={t('reports.byForm')}
        keyOf={(award) => award.variety.genericNameZh}
        rows={varieties}
        columns={[
          {
            key: 'variety',
            head: t('reports.variety'),
            cell: (award) => (english ? award.variety.genericNameEn : award.variety.genericNameZh),
          },
          {
            key: 'quantity',
            head: t('reports.quantity'),
            width: '30%',
            cell: (award) => (
              <Input
                aria-label={`${award.variety.genericNameZh} ${t('reports.quantity')}`}
                inputMode="numeric"
                suffix={award.variety.smallestUnitZh}
                value={typed[award.variety.genericNameZh]?.quantity ?? ''}
                onChange={(event) => {
                  change(award.variety.genericNameZh, { quantity: event.target.value });
                }}
              />
            ),
          },
          {
            key: 'reason',
            head: t('reports.reason'),
            width: '34%',
            cell: (award) => (
              <Input
                aria-label={`${award.variety.genericNameZh} ${t('reports.reason')}`}
                maxLength={300}
                value={typed[award.variety.genericNameZh]?.reason ?? ''}
                onChange={(event) => {
                  change(award.variety.genericNameZh, { reason: event.target.value });
                }}
              />
            ),
          },
        ]}
      />
      <RefusalNotice refused={enter.refused} />
      <FaultNotice fault={enter.fault} />
      <div>
        <Button
          type="primary"
          disabled={lines.length === 0}
          loading={enter.pending}
          onClick={() => void enter.act({ reportId: report.id, lines })}
        >
          {t('reports.keepLines', { lines: lines.length })}
        </Button>
      </div>
    </div>
  );
};
