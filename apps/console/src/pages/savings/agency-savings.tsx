import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { useAct } from '../../api/use-act';
import { useRead } from '../../api/use-read';
import { may } from '../../app/may';
import { useMe } from '../../app/me';
import { wordOf } from '../../i18n/word-of';
import { ActDialog } from '../../pieces/act-dialog';
import { Empty } from '../../pieces/empty';
import { Day, Money, Units } from '../../pieces/figures';
import { Notice } from '../../pieces/notice';
import { Panel } from '../../pieces/page';
import { Read } from '../../pieces/pages-table';
import { Table } from '../../pieces/table';
import { Tag } from '../../pieces/tag';
import { PolicyFacts } from './policy-facts';
import { ScoreForm } from './score-form';
import { Calculate, Years } from './savings.documents';

export type Policy = ResultOf<typeof Years>['savingsPolicies'][number];
type Year = ResultOf<typeof Years>['savingsYears'][number];

/** The agency's side: the dated policy, the years that are over, and the sealed calculations. */
export const AgencySavings = () => {
  const { t } = useTranslation();
  const reading = useRead(Years, {});
  return (
    <Read reading={reading}>
      {({ savingsPolicies, savingsYears }) => (
        <>
          {savingsYears.length === 0 ? (
            <Panel title={t('savings.years')}>
              <Empty title={t('savings.noYears')}>{t('savings.noYearsWords')}</Empty>
            </Panel>
          ) : null}
          {savingsYears.map((year) => (
            <YearPanel key={year.id} year={year} />
          ))}
          {savingsPolicies.map((policy) => (
            <PolicyFacts key={policy.id} policy={policy} />
          ))}
        </>
      )}
    </Read>
  );
};

const YearPanel = ({ year }: { year: Year }) => {
  const { t } = useTranslation();
  const me = useMe();
  const calculate = useAct('savingsRunCreate', Calculate, (data) => data.savingsRunCreate);
  return (
    <Panel
      title={t('savings.year', { number: year.agreementYear, from: year.periodFrom, to: year.periodTo })}
      flush
      extra={
        <>
          <Tag tone={year.state === 'CALCULATED' ? 'good' : 'waiting'}>{t(`savings.yearStates.${year.state}`)}</Tag>
          {may(me.role, 'savingsScoreSet') ? <ScoreForm yearId={year.id} /> : null}
          {me.role === 'AGENCY_CLERK' ? (
            <ActDialog
              label={t('savings.calculate')}
              title={t('savings.calculate')}
              kind="primary"
              consequence={t('savings.calculateConsequence')}
              disabled={year.missing.length > 0}
              act={calculate}
              send={() => calculate.act({ yearId: year.id })}
            />
          ) : null}
        </>
      }
    >
      <Missing year={year} />
      {year.runs.length === 0 ? (
        <Empty title={t('savings.noRuns')} />
      ) : (
        <Table
          caption={t('savings.runs')}
          keyOf={(run) => run.id}
          rows={year.runs}
          columns={[
            {
              key: 'made',
              head: t('savings.madeOn'),
              cell: (run) => (
                <Link to={`/savings/runs/${run.id}`}>
                  <Day date={run.madeOn} />
                </Link>
              ),
            },
            { key: 'until', head: t('savings.answerUntil'), cell: (run) => <Day date={run.answerUntil} /> },
            {
              key: 'sheets',
              head: t('savings.sheetCount'),
              end: true,
              cell: (run) => <Units count={run.sheetCount} />,
            },
            { key: 'lines', head: t('savings.lineCount'), end: true, cell: (run) => <Units count={run.lineCount} /> },
            {
              key: 'seal',
              head: t('savings.seal'),
              cell: (run) => <code title={run.seal}>{run.seal.slice(0, 12)}</code>,
            },
            { key: 'retained', head: t('savings.retained'), end: true, cell: (run) => <Money amount={run.retained} /> },
          ]}
        />
      )}
    </Panel>
  );
};

const Missing = ({ year }: { year: Year }) => {
  const { t } = useTranslation();
  const gaps = t('savings.gaps', { returnObjects: true });
  if (year.missing.length === 0) return null;
  return (
    <div style={{ padding: '14px 18px 0' }}>
      <Notice tone="warn" title={t('savings.missing', { count: year.missing.length })}>
        <ul>
          {year.missing.slice(0, 8).map((gap, index) => (
            <li key={index}>
              {gap.hospitalName} {gap.varietyName ?? ''} {wordOf(gaps, gap.code)}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
};
