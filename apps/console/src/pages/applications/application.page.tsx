import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { useRead } from '../../api/use-read';
import { NoSuchPage } from '../../app/broken.page';
import { Day, Facts } from '../../pieces/figures';
import { Notice } from '../../pieces/notice';
import { Page, Panel } from '../../pieces/page';
import { PageRead } from '../../pieces/page-read';
import { StateTag } from '../../pieces/state-tag';
import { ApplicationActs } from './application-acts';
import { AssessmentPanels } from './assessment-panels';
import { OneApplication } from './applications.documents';
import { VisitForm } from './visit-form';

export type FullApplication = NonNullable<ResultOf<typeof OneApplication>['application']>;

/** One application from registration to the result letter, with the three grades kept apart. */
export const Component = () => {
  const { applicationId = '' } = useParams();
  const reading = useRead(OneApplication, { id: applicationId });
  return (
    <PageRead reading={reading}>
      {({ application }) => (application === null ? <NoSuchPage /> : <View application={application} />)}
    </PageRead>
  );
};

const View = ({ application }: { application: FullApplication }) => {
  const { t } = useTranslation();
  const { person, assessment } = application;
  return (
    <Page
      title={person.fullName}
      tag={<StateTag noun="application" state={application.state} />}
      trail={[{ words: t('applications.title'), to: '/applications' }, { words: person.fullName }]}
      actions={<ApplicationActs application={application} />}
    >
      {application.returnReason === null ? null : (
        <Notice tone="warn" title={t('applications.returned')}>
          <p>{application.returnReason}</p>
        </Notice>
      )}
      <Panel
        title={t('applications.form')}
        extra={
          assessment?.confirmedGrade === null || assessment === null ? undefined : (
            <Link to={`/care/${person.id}`}>{t('applications.toCare')}</Link>
          )
        }
      >
        <Facts
          items={[
            [
              t('applications.identity'),
              <span key="id" className="number">
                {person.identityNumberMasked}
              </span>,
            ],
            [t('applications.born'), <Day key="born" date={person.birthDate} />],
            [t('applications.street'), person.street],
            [t('applications.appliedOn'), <Day key="on" date={application.appliedOn} />],
            [t('applications.disabledSince'), <Day key="since" date={application.disabledSince} />],
            [
              t('applications.guardian'),
              application.guardianName === null
                ? '—'
                : `${application.guardianName} (${application.guardianRelation ?? ''})`,
            ],
            [t('applications.claimedGrade'), application.claimedGrade],
            [t('applications.assessedGrade'), assessment?.assessedGrade ?? '—'],
            [t('applications.confirmedGrade'), assessment?.confirmedGrade ?? '—'],
          ]}
        />
        <p className="muted small" style={{ marginTop: 10 }}>
          {t('applications.treatment')}: {application.treatmentRecord}
        </p>
      </Panel>
      {application.state === 'ACCEPTED' && assessment === null ? (
        <VisitForm applicationId={application.id} person={person} again={false} />
      ) : null}
      {assessment === null ? null : <AssessmentPanels assessment={assessment} />}
    </Page>
  );
};
