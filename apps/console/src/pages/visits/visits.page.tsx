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
import { MyAssessments } from './visits.documents';

type Visit = ResultOf<typeof MyAssessments>['assessments']['edges'][number]['node'];

/** The visits given to an assessor, those to be answered first. */
export const Component = () => {
  const { t } = useTranslation();
  return (
    <Page title={t('visits.title')} lead={t('visits.lead')}>
      <Visits state="VISITING" />
      <Visits state="JOINT" />
      <Visits state={null} />
    </Page>
  );
};

const Visits = ({ state }: { state: 'VISITING' | 'JOINT' | null }) => {
  const { t } = useTranslation();
  const pages = usePages(MyAssessments, { state }, (data) => data.assessments);
  const columns: readonly Column<Visit>[] = [
    {
      key: 'person',
      head: t('visits.person'),
      cell: (visit) => <Link to={`/visits/${visit.id}`}>{visit.person.fullName}</Link>,
    },
    { key: 'place', head: t('visits.place'), cell: (visit) => visit.visitPlace },
    { key: 'on', head: t('visits.on'), cell: (visit) => <Day date={visit.visitOn} /> },
    { key: 'state', head: t('visits.state'), cell: (visit) => <StateTag noun="assessment" state={visit.state} /> },
    {
      key: 'mine',
      head: t('visits.mySheet'),
      cell: (visit) =>
        visit.mySheet === null ? t('visits.notBegun') : <StateTag noun="answerSheet" state={visit.mySheet.state} />,
    },
    { key: 'in', head: t('visits.sheetsIn'), end: true, cell: (visit) => `${visit.sheetsIn.toString()} / 2` },
  ];
  const title = t(`visits.lists.${state ?? 'ALL'}`);
  return (
    <Panel title={title} flush>
      <PagesTable
        pages={pages}
        columns={columns}
        keyOf={(visit) => visit.id}
        caption={title}
        empty={<Empty title={t('visits.none')} />}
      />
    </Panel>
  );
};
