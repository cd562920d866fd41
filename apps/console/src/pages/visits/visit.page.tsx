import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { useRead } from '../../api/use-read';
import { NoSuchPage } from '../../app/broken.page';
import { Day, Facts } from '../../pieces/figures';
import { Page, Panel } from '../../pieces/page';
import { PageRead } from '../../pieces/page-read';
import { Waiting } from '../../pieces/pages-table';
import { StateTag } from '../../pieces/state-tag';
import { GradeExplained } from '../instruments/grade-explained';
import { UnconfirmedNotice } from '../instruments/unconfirmed-notice';
import { useInstrument } from '../instruments/use-instrument';
import { JointConclusion } from './joint-conclusion';
import { SheetEditor } from './sheet-editor';
import { MyAssessment } from './visits.documents';

export type FullAssessment = NonNullable<ResultOf<typeof MyAssessment>['assessment']>;

/** One visit: the person, one's own sheet, and after both are in the joint conclusion and why. */
export const Component = () => {
  const { assessmentId = '' } = useParams();
  const reading = useRead(MyAssessment, { id: assessmentId });
  return (
    <PageRead reading={reading}>
      {({ assessment }) => (assessment === null ? <NoSuchPage /> : <Visit assessment={assessment} />)}
    </PageRead>
  );
};

const Visit = ({ assessment }: { assessment: FullAssessment }) => {
  const { t } = useTranslation();
  const { instrument } = useInstrument(assessment.instrumentKey, assessment.instrumentVersion);
  const { person } = assessment;
  return (
    <Page
      title={person.fullName}
      tag={<StateTag noun="assessment" state={assessment.state} />}
      trail={[{ words: t('visits.title'), to: '/visits' }, { words: person.fullName }]}
    >
      <Panel title={t('visits.visit')}>
        <Facts
          items={[
            [t('visits.on'), <Day key="on" date={assessment.visitOn} />],
            [t('visits.place'), assessment.visitPlace],
            [
              t('visits.identity'),
              <span key="id" className="number">
                {person.identityNumberMasked}
              </span>,
            ],
            [t('visits.born'), <Day key="born" date={person.birthDate} />],
            [t('visits.assessors'), assessment.assessors.map((seat) => seat.fullName).join(t('visits.and'))],
            [t('visits.sheetsIn'), `${assessment.sheetsIn.toString()} / 2`],
          ]}
        />
      </Panel>
      <UnconfirmedNotice instrument={instrument} />
      {instrument === undefined ? <Waiting /> : null}
      {instrument !== undefined && assessment.state === 'VISITING' ? (
        <SheetEditor assessment={assessment} instrument={instrument} />
      ) : null}
      {instrument !== undefined && assessment.state === 'JOINT' ? (
        <JointConclusion assessment={assessment} instrument={instrument} />
      ) : null}
      {assessment.conclusion === null ? null : (
        <Panel title={t('visits.why')} note={t(`visits.bases.${assessment.conclusion.basis}`)}>
          <GradeExplained grading={assessment.conclusion.grading} instrument={instrument} />
        </Panel>
      )}
    </Page>
  );
};
