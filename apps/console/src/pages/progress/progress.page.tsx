import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { useOrganisationName } from '../../api/directory';
import { useRead } from '../../api/use-read';
import { useMe } from '../../app/me';
import { Empty } from '../../pieces/empty';
import { Figure, Percent, Units } from '../../pieces/figures';
import { Page, Panel } from '../../pieces/page';
import { Read, Waiting } from '../../pieces/pages-table';
import { Table } from '../../pieces/table';
import { Tag, type Tone } from '../../pieces/tag';
import { Bullet } from '../../pictures/bullet';
import { usePeriods, type NamedPeriod } from '../rounds/use-periods';
import { Progress } from './progress.documents';

const dimensions = ['PRODUCT', 'HOSPITAL', 'SUPPLIER'] as const;
type Dimension = (typeof dimensions)[number];
type Sheet = NonNullable<ResultOf<typeof Progress>['progress']>;
type Row = Sheet['rows'][number];

/** Progress against the agreed volume with time progress beside it; nothing is clipped at 100 %. */
export const Component = () => {
  const { t } = useTranslation();
  const periods = usePeriods();
  const begun = periods?.filter(({ period }) => period.state === 'IN_FORCE');
  return (
    <Page title={t('progress.title')} lead={t('progress.lead')}>
      {periods === undefined ? <Waiting /> : null}
      {begun?.length === 0 ? (
        <Panel title={t('progress.title')}>
          <Empty title={t('progress.none')}>{t('progress.noneWords')}</Empty>
        </Panel>
      ) : null}
      {begun === undefined || begun.length === 0 ? null : <ProgressOf periods={begun} />}
    </Page>
  );
};

const ProgressOf = ({ periods }: { periods: readonly NamedPeriod[] }) => {
  const { t } = useTranslation();
  const { role, businessDate } = useMe();
  const [search, setSearch] = useSearchParams();
  const chosen = periods.find(({ period }) => period.id === search.get('period')) ?? periods[0];
  const years = chosen?.period.years ?? [];
  const running = years.findLast((year) => year.startsOn <= businessDate) ?? years[0];
  const year = years.find((each) => each.yearNumber.toString() === search.get('year')) ?? running;
  const fallback: Dimension = 'PRODUCT';
  const dimension = dimensions.find((each) => each === search.get('by')) ?? fallback;
  const last = year !== undefined && year.endsOn < businessDate ? year.endsOn : businessDate;
  const asOf = search.get('asOf') ?? last;
  const reading = useRead(Progress, {
    periodId: chosen?.period.id ?? '',
    yearNumber: year?.yearNumber ?? 1,
    asOf,
    dimension,
    hospitalId: null,
  });
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    next.set(name, value);
    if (name === 'year') next.delete('asOf');
    setSearch(next, { replace: true });
  };
  return (
    <>
      <div className="row">
        {periods.length < 2 ? null : (
          <Select
            aria-label={t('rounds.period')}
            value={chosen?.period.id ?? ''}
            style={{ minWidth: 220, maxWidth: '100%' }}
            onChange={(value: string) => {
              set('period', value);
            }}
            options={periods.map(({ period, name }) => ({ value: period.id, label: name }))}
          />
        )}
        <Select
          aria-label={t('progress.year')}
          value={year?.yearNumber.toString() ?? ''}
          style={{ minWidth: 130 }}
          onChange={(value: string) => {
            set('year', value);
          }}
          options={years.map((each) => ({
            value: each.yearNumber.toString(),
            label: t('contracts.yearNumber', { number: each.yearNumber }),
          }))}
        />
        {role === 'HOSPITAL' || role === 'SUPPLIER' ? null : (
          <Select<Dimension>
            aria-label={t('progress.by')}
            value={dimension}
            style={{ minWidth: 140 }}
            onChange={(value) => {
              set('by', value);
            }}
            options={dimensions.map((value) => ({ value, label: t(`progress.dimensions.${value}`) }))}
          />
        )}
        <label className="row">
          <span className="muted">{t('progress.asOf')}</span>
          <Input
            type="date"
            value={asOf}
            style={{ width: 160 }}
            onChange={(event) => {
              if (event.target.value !== '') set('asOf', event.target.value);
            }}
          />
        </label>
      </div>
      <Read reading={reading}>
        {({ progress }) => (progress === null ? <Empty title={t('progress.none')} /> : <SheetView sheet={progress} />)}
      </Read>
    </>
  );
};

const toneOf: Readonly<Record<Row['level'], Tone>> = {
  ON_TRACK: 'good',
  BEHIND: 'warn',
  UNMET: 'bad',
  NO_AGREED_VOLUME: 'plain',
};

const SheetView = ({ sheet }: { sheet: Sheet }) => {
  const { t } = useTranslation();
  const nameOf = useOrganisationName();
  return (
    <>
      <div className="figures">
        <Figure label={t('progress.average')} note={t('progress.averageNote', { rows: sheet.average.rows })}>
          <Percent bp={sheet.average.unweightedPercent} />
        </Figure>
        <Figure label={t('progress.weighted')} note={t('progress.weightedNote')}>
          <Percent bp={sheet.average.weightedPercent} />
        </Figure>
        <Figure
          label={t('progress.time')}
          note={t('progress.timeNote', {
            elapsed: sheet.elapsedDays,
            days: sheet.days,
            from: sheet.startsOn,
            to: sheet.endsOn,
          })}
        >
          <Percent bp={sheet.timePercent} />
        </Figure>
      </div>
      <Panel title={t('progress.table')} note={t('progress.tableNote')} flush>
        <Table
          caption={t('progress.table')}
          keyOf={(row) => row.key}
          rows={sheet.rows}
          columns={[
            {
              key: 'what',
              head: t('progress.what'),
              cell: (row) =>
                row.product !== null
                  ? `${row.product.nameZh} ${row.product.strength}`
                  : row.organisation === null
                    ? ''
                    : nameOf(row.organisation),
            },
            {
              key: 'level',
              head: t('progress.level'),
              cell: (row) => <Tag tone={toneOf[row.level]}>{t(`progress.levels.${row.level}`)}</Tag>,
            },
            {
              key: 'progress',
              head: t('progress.progress'),
              width: '30%',
              cell: (row) =>
                row.percent === null ? '' : <Bullet progressBp={row.percent} timeBp={sheet.timePercent} />,
            },
            { key: 'agreed', head: t('contracts.agreed'), end: true, cell: (row) => <Units count={row.agreed} /> },
            { key: 'ordered', head: t('orders.ordered'), end: true, cell: (row) => <Units count={row.ordered} /> },
            { key: 'shipped', head: t('orders.shipped'), end: true, cell: (row) => <Units count={row.shipped} /> },
            { key: 'accepted', head: t('progress.accepted'), end: true, cell: (row) => <Units count={row.accepted} /> },
          ]}
        />
      </Panel>
    </>
  );
};
