import { useTranslation } from 'react-i18next';
import { Day, Facts } from '../../pieces/figures';
import { Notice } from '../../pieces/notice';
import { Panel } from '../../pieces/page';
import { StateTag } from '../../pieces/state-tag';
import { GradeExplained } from '../instruments/grade-explained';
import { UnconfirmedNotice } from '../instruments/unconfirmed-notice';
import { useInstrument } from '../instruments/use-instrument';
import { SheetsCompared } from '../visits/sheets-compared';
import type { FullAssessment } from '../visits/visit.page';

/** How an assessment stands: visit, sheets when both are in, conclusion with its reasons, publicity, result letter. */
export const AssessmentPanels = ({ assessment }: { assessment: FullAssessment }) => {
  const { t } = useTranslation();
  const { instrument } = useInstrument(assessment.instrumentKey, assessment.instrumentVersion);
  return (
    <>
      <UnconfirmedNotice instrument={instrument} />
      <Panel title={t('applications.assessment')} extra={<StateTag noun="assessment" state={assessment.state} />}>
        <Facts
          items={[
            [t('applications.visitOn'), <Day key="on" date={assessment.visitOn} />],
            [t('applications.visitPlace'), assessment.visitPlace],
            [
              t('applications.assessors'),
              assessment.assessors
                .map(
                  (seat) => `${seat.fullName} (${seat.expert ? t('applications.expert') : t('applications.assessor')})`,
                )
                .join(t('visits.and')),
            ],
            [t('visits.sheetsIn'), `${assessment.sheetsIn.toString()} / 2`],
            [
              t('applications.instrument'),
              `${instrument?.nameZh ?? assessment.instrumentKey} ${assessment.instrumentVersion}`,
            ],
          ]}
        />
        {assessment.state === 'VISITING' ? <p className="muted small">{t('applications.sheetsHidden')}</p> : null}
      </Panel>
      <ResultPanels assessment={assessment} />
      {assessment.conclusion === null ? null : (
        <Panel title={t('visits.why')} note={t(`visits.bases.${assessment.conclusion.basis}`)}>
          <GradeExplained grading={assessment.conclusion.grading} instrument={instrument} />
        </Panel>
      )}
      {instrument !== undefined && assessment.sheets.length === 2 ? (
        <SheetsCompared assessment={assessment} instrument={instrument} />
      ) : null}
    </>
  );
};

const ResultPanels = ({ assessment }: { assessment: FullAssessment }) => {
  const { t, i18n } = useTranslation();
  const { publicity, resultLetter } = assessment;
  const english = i18n.language === 'en';
  return (
    <>
      {resultLetter === null ? null : (
        <Notice
          tone={resultLetter.passed ? 'good' : 'info'}
          title={resultLetter.passed ? t('applications.passed') : t('applications.notPassed')}
        >
          <p>
            {t('applications.letter', {
              instrument: english ? resultLetter.instrumentNameEn : resultLetter.instrumentNameZh,
              grade: resultLetter.grade,
              name: english ? resultLetter.gradeNameEn : resultLetter.gradeNameZh,
              day: resultLetter.confirmedOn,
            })}
          </p>
          {resultLetter.startsOn === null ? null : (
            <p>{t('applications.letterSpan', { from: resultLetter.startsOn, to: resultLetter.endsOn ?? '' })}</p>
          )}
        </Notice>
      )}
      {publicity === null ? null : (
        <Panel title={t('applications.publicity')} note={t('applications.publicityNote')}>
          <Facts
            items={[
              [t('applications.maskedName'), publicity.maskedName],
              [t('applications.sex'), t(`applications.sexes.${publicity.sex}`)],
              [t('applications.birthYear'), publicity.birthYear],
              [t('applications.street'), publicity.street],
              [t('applications.assessedGrade'), publicity.grade],
              [
                t('applications.publicitySpan'),
                <span key="span">
                  <Day date={publicity.startsOn} /> – <Day date={publicity.endsOn} />
                </span>,
              ],
            ]}
          />
        </Panel>
      )}
    </>
  );
};
