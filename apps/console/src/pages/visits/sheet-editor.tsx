import { App, Button, Radio } from 'antd';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActDialog } from '../../pieces/act-dialog';
import { Instant } from '../../pieces/figures';
import { FaultNotice, Notice, RefusalNotice } from '../../pieces/notice';
import { Panel } from '../../pieces/page';
import { GradeExplained } from '../instruments/grade-explained';
import type { Instrument } from '../instruments/use-instrument';
import { AnswerForm } from './answer-form';
import { drafts, type Answers } from './draft';
import type { FullAssessment } from './visit.page';
import { SaveSheet, SubmitSheet } from './visits.documents';

const asInput = (answers: Answers) => Object.entries(answers).map(([item, score]) => ({ item, score }));
const asAnswers = (list: readonly { item: string; score: number }[]): Answers =>
  Object.fromEntries(list.map(({ item, score }) => [item, score]));

interface EditorProps {
  readonly assessment: FullAssessment;
  readonly instrument: Instrument;
}

/** One's own sheet. Each answer is kept in this browser at once, and on the server with "save draft". */
export const SheetEditor = ({ assessment, instrument }: EditorProps) =>
  assessment.mySheet?.state === 'SUBMITTED' ? (
    <SubmittedSheet assessment={assessment} instrument={instrument} />
  ) : (
    <OpenSheet assessment={assessment} instrument={instrument} />
  );

const OpenSheet = ({ assessment, instrument }: EditorProps) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [stored] = useState(() => drafts.read(assessment.id));
  const [answers, setAnswers] = useState<Answers>(stored?.answers ?? asAnswers(assessment.mySheet?.answers ?? []));
  const [guardian, setGuardian] = useState<boolean | null>(assessment.mySheet?.guardianPresent ?? null);
  const [tried, setTried] = useState(false);
  const save = useAct('sheetSave', SaveSheet, (data) => data.sheetSave);
  const submit = useAct('sheetSubmit', SubmitSheet, (data) => data.sheetSubmit);
  const labelId = useId();
  useEffect(() => {
    if (Object.keys(answers).length > 0) drafts.keep(assessment.id, answers);
  }, [assessment.id, answers]);

  const items = instrument.domains.flatMap((domain) => domain.items.map((item) => item.key));
  const blank = items.filter((item) => answers[item] === undefined);
  const wish = { assessmentId: assessment.id, answers: asInput(answers), guardianPresent: guardian };
  const keep = async () => {
    if ((await save.act(wish)) !== undefined) void message.success(t('visits.saved'));
  };
  const send = async () => {
    setTried(true);
    const done = await submit.act(wish);
    if (done !== undefined) drafts.forget(assessment.id);
    return done;
  };
  return (
    <>
      <Notice tone="info" title={t('visits.hiddenTitle')}>
        <p>{t('visits.hiddenWords')}</p>
      </Notice>
      {stored === undefined ? null : (
        <p className="muted small">
          {t('visits.restored')} <Instant at={stored.savedAt} />
        </p>
      )}
      <AnswerForm
        domains={instrument.domains}
        answers={answers}
        missing={new Set(tried ? blank : [])}
        readOnly={false}
        onAnswer={(item, score) => {
          setAnswers((before) => ({ ...before, [item]: score }));
        }}
      />
      <Panel title={t('visits.circumstances')}>
        <div role="radiogroup" aria-labelledby={labelId} className="row">
          <span id={labelId}>{t('visits.guardian')}</span>
          <Radio.Group
            value={guardian}
            onChange={(event) => {
              setGuardian(event.target.value as boolean);
            }}
            options={[
              { value: true, label: t('visits.guardianYes') },
              { value: false, label: t('visits.guardianNo') },
            ]}
          />
        </div>
      </Panel>
      <RefusalNotice refused={save.refused} />
      <FaultNotice fault={save.fault} />
      <div className="sticky-acts">
        <span>
          {t('visits.answered', { done: items.length - blank.length, all: items.length })}
          {tried && blank.length > 0 ? (
            <span className="wrong-words"> {t('visits.blanks', { count: blank.length })}</span>
          ) : null}
        </span>
        <div className="row">
          <Button onClick={() => void keep()} loading={save.pending}>
            {t('visits.save')}
          </Button>
          <ActDialog
            label={t('visits.submit')}
            title={t('visits.submit')}
            kind="primary"
            consequence={t('visits.submitConsequence')}
            act={submit}
            send={send}
          />
        </div>
      </div>
    </>
  );
};

const SubmittedSheet = ({ assessment, instrument }: EditorProps) => {
  const { t } = useTranslation();
  const mine = assessment.mySheet;
  return (
    <>
      <Notice tone="good" title={t('visits.submittedTitle')}>
        <p>{t('visits.submittedWords')}</p>
      </Notice>
      {mine?.grading ? (
        <Panel title={t('visits.myGrade')}>
          <GradeExplained grading={mine.grading} instrument={instrument} />
        </Panel>
      ) : null}
      <AnswerForm
        domains={instrument.domains}
        answers={asAnswers(mine?.answers ?? [])}
        missing={new Set()}
        readOnly
        onAnswer={() => undefined}
      />
    </>
  );
};
