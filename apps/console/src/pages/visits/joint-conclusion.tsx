import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActDialog } from '../../pieces/act-dialog';
import { Notice } from '../../pieces/notice';
import { Panel } from '../../pieces/page';
import type { Instrument } from '../instruments/use-instrument';
import { AnswerForm } from './answer-form';
import type { Answers } from './draft';
import { SheetsCompared } from './sheets-compared';
import type { FullAssessment } from './visit.page';
import { SubmitConclusion } from './visits.documents';

interface ConclusionProps {
  readonly assessment: FullAssessment;
  readonly instrument: Instrument;
}

/** Both sheets side by side. Same grade: confirm it. Different: agree on joint answers. */
export const JointConclusion = ({ assessment, instrument }: ConclusionProps) => {
  const { t } = useTranslation();
  const conclude = useAct('conclusionSubmit', SubmitConclusion, (data) => data.conclusionSubmit);
  const grades = new Set(assessment.sheets.map((sheet) => sheet.grading?.grade));
  const agree = grades.size === 1;
  const agreed: Answers = Object.fromEntries(
    (assessment.sheets[0]?.answers ?? [])
      .filter(({ item, score }) =>
        assessment.sheets.every((sheet) => sheet.answers.some((other) => other.item === item && other.score === score)),
      )
      .map(({ item, score }) => [item, score]),
  );
  const put = assessment.votes.find((vote) => vote.jointAnswers !== null)?.jointAnswers;
  const [joint, setJoint] = useState<Answers>(
    put ? Object.fromEntries(put.map(({ item, score }) => [item, score])) : agreed,
  );
  const names = new Map(assessment.assessors.map((seat) => [seat.assessorId, seat.fullName]));
  return (
    <>
      <SheetsCompared assessment={assessment} instrument={instrument} />
      {assessment.votes.length === 0 ? null : (
        <Notice tone="info" title={t('visits.voted')}>
          <ul>
            {assessment.votes.map((vote) => (
              <li key={vote.assessorId}>
                {t('visits.vote', { person: names.get(vote.assessorId) ?? '', grade: vote.grade })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {agree ? null : (
        <>
          <Notice tone="warn" title={t('visits.differTitle')}>
            <p>{t('visits.differWords')}</p>
          </Notice>
          <AnswerForm
            domains={instrument.domains}
            answers={joint}
            missing={new Set()}
            readOnly={false}
            onAnswer={(item, score) => {
              setJoint((before) => ({ ...before, [item]: score }));
            }}
          />
        </>
      )}
      <Panel title={t('visits.conclusion')}>
        <div className="row apart">
          <span>{agree ? t('visits.agreeWords') : t('visits.jointWords')}</span>
          <ActDialog
            label={t('visits.conclude')}
            title={t('visits.conclude')}
            kind="primary"
            consequence={t('visits.concludeConsequence')}
            act={conclude}
            send={() =>
              conclude.act({
                assessmentId: assessment.id,
                ...(agree ? {} : { jointAnswers: Object.entries(joint).map(([item, score]) => ({ item, score })) }),
              })
            }
          />
        </div>
      </Panel>
    </>
  );
};
