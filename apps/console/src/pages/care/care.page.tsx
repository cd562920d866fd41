import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { usePages } from '../../api/use-read';
import { Empty } from '../../pieces/empty';
import { Day } from '../../pieces/figures';
import { Page, Panel } from '../../pieces/page';
import { PagesTable } from '../../pieces/pages-table';
import { StateTag } from '../../pieces/state-tag';
import type { Column } from '../../pieces/table';
import { Applications } from '../applications/applications.documents';

type Application = ResultOf<typeof Applications>['applications']['edges'][number]['node'];

/** People with a final result; each leads to a calendar of days. */
export const Component = () => {
  const { t } = useTranslation();
  const pages = usePages(Applications, { state: 'CONCLUDED' }, (data) => data.applications);
  const columns: readonly Column<Application>[] = [
    {
      key: 'person',
      head: t('care.person'),
      cell: (application) => <Link to={`/care/${application.person.id}`}>{application.person.fullName}</Link>,
    },
    {
      key: 'identity',
      head: t('applications.identity'),
      cell: (application) => <span className="number">{application.person.identityNumberMasked}</span>,
    },
    { key: 'street', head: t('applications.street'), cell: (application) => application.person.street },
    { key: 'applied', head: t('applications.appliedOn'), cell: (application) => <Day date={application.appliedOn} /> },
    {
      key: 'grade',
      head: t('applications.confirmedGrade'),
      end: true,
      cell: (application) => application.assessment?.confirmedGrade ?? '—',
    },
    {
      key: 'result',
      head: t('care.result'),
      cell: (application) =>
        application.assessment === null ? '' : <StateTag noun="assessment" state={application.assessment.state} />,
    },
  ];
  return (
    <Page title={t('care.title')} lead={t('care.lead')}>
      <Panel title={t('care.people')} flush>
        <PagesTable
          pages={pages}
          columns={columns}
          keyOf={(application) => application.id}
          caption={t('care.people')}
          empty={<Empty title={t('care.none')}>{t('care.noneWords')}</Empty>}
        />
      </Panel>
    </Page>
  );
};
