import { cnLtci2021 } from '../data/cn-ltci-2021';
import type { Answers, Grading } from '../model/instrument';
import { gradeFromAnswers } from './grade-from-answers';
import { answersThatDiffer, ballot } from './joint-conclusion';

const items = cnLtci2021.domains.flatMap((domain) => domain.items);
const all = (pick: (scores: readonly number[]) => number): Answers =>
  Object.fromEntries(items.map((item) => [item.key, pick(item.options.map((option) => option.score))]));
const best = all((scores) => Math.max(...scores));
const worst = all((scores) => Math.min(...scores));
const grade = (answers: Answers) => gradeFromAnswers(cnLtci2021, answers);
const graded = (answers: Answers): Grading => {
  const result = grade(answers);
  if (!result.ok) throw new Error('these answers are full');
  return result.value;
};

describe('the joint conclusion', () => {
  it('D5 two sheets with one grade conclude by themselves, and ask for no further answers', () => {
    const other = { ...worst, hearing: 1 };
    expect(ballot([graded(worst), graded(other)], null, grade)).toMatchObject({
      ok: true,
      value: { basis: 'sheets-agree', grading: { grade: 5 } },
    });
    expect(ballot([graded(worst), graded(other)], worst, grade)).toMatchObject({
      ok: false,
      refusal: { issues: [{ code: 'JOINT_ANSWERS_NOT_NEEDED' }] },
    });
  });

  it('D5 two sheets that differ in grade need joint answers, and the grade is computed from those', () => {
    const sheets = [graded(worst), graded(best)];
    expect(ballot(sheets, null, grade)).toMatchObject({ refusal: { issues: [{ code: 'JOINT_ANSWERS_NEEDED' }] } });
    const joint = { ...worst, time: 4, person: 4, space: 4, memory: 4, vision: 4, hearing: 4, communication: 4 };
    expect(ballot(sheets, joint, grade)).toMatchObject({ value: { basis: 'joint-answers', grading: { grade: 3 } } });
  });

  it('a fault of joint answers is named where it was entered', () => {
    expect(ballot([graded(worst), graded(best)], { ...worst, bathing: 10 }, grade)).toMatchObject({
      refusal: { issues: [{ field: 'jointAnswers.bathing', code: 'SCORE_NOT_AN_OPTION' }] },
    });
  });

  it('names the items on which two sets of answers differ', () => {
    expect(
      answersThatDiffer({ ...best, eating: 5, memory: 1 }, { ...best, memory: null }).map(({ field }) => field),
    ).toEqual(['jointAnswers.eating', 'jointAnswers.memory']);
    expect(answersThatDiffer(best, { ...best })).toEqual([]);
  });
});
