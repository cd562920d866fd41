import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { useRead } from '../../api/use-read';
import { useMe } from '../../app/me';
import { roomsOf } from '../../app/rooms';
import { Empty } from '../../pieces/empty';
import { Figure, Money, Units } from '../../pieces/figures';
import { Page, Panel } from '../../pieces/page';
import { Read, Waiting } from '../../pieces/pages-table';
import { Table } from '../../pieces/table';
import { stepOf } from '../batches/step-of';
import { Overview } from './home.documents';
import { ProgressPanel } from './progress-panel';
import { ReviewInbox } from './review-inbox';
import { useWaits } from './use-waits';

type Figures = ResultOf<typeof Overview>['areaOverview'];

/** The first page of each role: what waits for me, then where things stand. */
export const Component = () => {
  const { role } = useMe();
  // An administrator takes no part in the business of the area: people and roles are the first page.
  return role === 'ADMINISTRATOR' ? <Navigate to="/users" replace /> : <Home />;
};

const Home = () => {
  const { t } = useTranslation();
  const me = useMe();
  const overview = useRead(Overview, {});
  const reviewer = stepOf[me.role] !== undefined;
  return (
    <Page
      title={t('home.greeting', { name: me.name })}
      lead={t('home.lead', { organisation: me.organisation, role: t(`roles.${me.role}`), day: me.businessDate })}
    >
      {reviewer ? <ReviewInbox /> : null}
      {me.role === 'AUDITOR' ? null : <WaitsPanel quiet={reviewer} />}
      <Read reading={overview}>{({ areaOverview }) => <Standing figures={areaOverview} />}</Read>
    </Page>
  );
};

const WaitsPanel = ({ quiet }: { quiet: boolean }) => {
  const { t } = useTranslation();
  const { role } = useMe();
  const waits = useWaits();
  if (quiet && waits?.length === 0) return null;
  return (
    <Panel title={t('home.waiting')} flush>
      {waits === undefined ? <Waiting /> : null}
      {waits?.length === 0 ? (
        <Empty title={t('home.nothing')}>
          {t('home.nothingWords')}{' '}
          {roomsOf(role)
            .filter((room) => room.key !== 'home' && room.key !== 'notes')
            .slice(0, 4)
            .map((room) => (
              <Link key={room.key} to={room.path} className="next-room">
                {t(`rooms.${room.key}`)}
              </Link>
            ))}
        </Empty>
      ) : null}
      <ul className="waits">
        {waits?.map((wait) => (
          <li key={wait.key}>
            <Link to={wait.to}>
              <span className="number">{wait.count >= 100 ? '99+' : wait.count}</span>
              <span>{wait.words}</span>
              <span className="go" aria-hidden="true">
                →
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
};

const Standing = ({ figures }: { figures: Figures }) => {
  const { t } = useTranslation();
  const { role } = useMe();
  if (role === 'ASSESSOR') return null;
  return (
    <>
      {figures.fund === null ? null : (
        <div className="figures">
          <Figure label={t('home.cash')}>
            <Money amount={figures.fund.cash} unit />
          </Figure>
          <Figure label={t('home.owedToSuppliers')}>
            <Money amount={figures.fund.owedToSuppliers} unit />
          </Figure>
          <Figure label={t('home.owedToHospitals')}>
            <Money amount={figures.fund.owedToHospitals} unit />
          </Figure>
          <Figure label={t('home.owedToPeople')}>
            <Money amount={figures.fund.owedToPeople} unit />
          </Figure>
        </div>
      )}
      <div className="figures">
        {role === 'SUPPLIER' ? null : (
          <Figure
            label={t('home.agreedAmount')}
            note={t('home.agreedNote', {
              products: figures.contractedProducts,
              hospitals: figures.contractedHospitals,
            })}
          >
            <Money amount={figures.agreedAmount} unit />
          </Figure>
        )}
        <Figure label={t('home.acceptedAmount')} note={t('home.acceptedNote', { lines: figures.acceptedLines })}>
          <Money amount={figures.acceptedAmount} unit />
        </Figure>
        {role === 'SUPPLIER' ? null : (
          <Figure label={t('home.retained')} note={t('home.retainedNote', { sheets: figures.confirmedSheets })}>
            <Money amount={figures.confirmedRetained} unit />
          </Figure>
        )}
      </div>
      {role.startsWith('AGENCY_ACCOUNTS') ? null : <ProgressPanel />}
      {figures.careMonths.length === 0 ? null : (
        <Panel title={t('home.careMonths')} note={t('home.careNote')} flush>
          <Table
            keep
            caption={t('home.careMonths')}
            keyOf={(month) => month.month}
            rows={figures.careMonths}
            columns={[
              { key: 'month', head: t('care.month'), cell: (month) => month.month },
              {
                key: 'people',
                head: t('subsidies.people'),
                end: true,
                cell: (month) => <Units count={month.people} />,
              },
              { key: 'amount', head: t('home.amount'), end: true, cell: (month) => <Money amount={month.amount} /> },
            ]}
          />
        </Panel>
      )}
    </>
  );
};
