import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../api/use-read';
import { useMe } from '../../app/me';
import { Figure, Percent } from '../../pieces/figures';
import { Panel } from '../../pieces/page';
import { Read } from '../../pieces/pages-table';
import { Bullet } from '../../pictures/bullet';
import { Progress } from '../progress/progress.documents';
import { usePeriods, type NamedPeriod } from '../rounds/use-periods';

/** How far the running agreement year is: the average over products, with the time gone as a mark. */
export const ProgressPanel = () => {
  const { businessDate } = useMe();
  const running = usePeriods()?.find(
    ({ period }) => period.state === 'IN_FORCE' && period.startsOn <= businessDate && businessDate <= period.endsOn,
  );
  return running === undefined ? null : <Running running={running} />;
};

const Running = ({ running }: { running: NamedPeriod }) => {
  const { t } = useTranslation();
  const { businessDate } = useMe();
  const year = running.period.years.find((each) => each.startsOn <= businessDate && businessDate <= each.endsOn);
  const reading = useRead(
    Progress,
    {
      periodId: running.period.id,
      yearNumber: year?.yearNumber ?? 1,
      asOf: businessDate,
      dimension: 'PRODUCT',
      hospitalId: null,
    },
    { when: year !== undefined },
  );
  if (year === undefined) return null;
  return (
    <Panel
      title={t('home.progress')}
      note={`${running.name} · ${t('contracts.yearNumber', { number: year.yearNumber })}`}
      extra={<Link to="/progress">{t('home.allProgress')}</Link>}
    >
      <Read reading={reading}>
        {({ progress }) =>
          progress === null ? null : (
            <div className="stack">
              {progress.average.unweightedPercent === null ? null : (
                <Bullet progressBp={progress.average.unweightedPercent} timeBp={progress.timePercent} />
              )}
              <div className="figures">
                <Figure label={t('progress.average')} note={t('progress.averageNote', { rows: progress.average.rows })}>
                  <Percent bp={progress.average.unweightedPercent} />
                </Figure>
                <Figure
                  label={t('progress.time')}
                  note={t('progress.timeNote', {
                    elapsed: progress.elapsedDays,
                    days: progress.days,
                    from: progress.startsOn,
                    to: progress.endsOn,
                  })}
                >
                  <Percent bp={progress.timePercent} />
                </Figure>
                <Figure label={t('home.behind')}>
                  {progress.rows.filter((row) => row.level === 'BEHIND' || row.level === 'UNMET').length}
                </Figure>
              </div>
            </div>
          )
        }
      </Read>
    </Panel>
  );
};
