import { plainDate } from '@huiji/kernel';
import type { Stage } from '../stage';
import type { CarePlay } from './care-play';

/** 923 applied, 788 passed: the published figures of the pilot. The rest was not passed, sent back, or is under way. */
export const careFigures = { applied: 923, passed: 788, notPassed: 87, givenBack: 18, underWay: 30 } as const;

const FIRST_WAVE = careFigures.passed + careFigures.notPassed + careFigures.givenBack;

/** Grades of the first wave: severe Ⅰ, Ⅱ, Ⅲ among those who pass, mild and moderate among the others. */
const grades: readonly number[] = Array.from({ length: careFigures.passed + careFigures.notPassed }, (_, index) =>
  index < careFigures.passed ? 3 + (index % 5 === 0 ? 2 : index % 3 === 0 ? 1 : 0) : index % 2 === 0 ? 2 : 1,
);

/** Autumn 2021: applications, visits, publicity, grades; care from 1 November. Answers the people with care. */
export const playFirstWave = async (stage: Stage, play: CarePlay): Promise<readonly string[]> => {
  await stage.goTo(plainDate('2021-09-06'));
  const visited = await play.apply(0, grades.length);
  const back = await play.apply(grades.length, FIRST_WAVE, false);
  stage.say(`长期护理申请 ${FIRST_WAVE.toString()}`);
  await play.giveBack(back, '住院治疗材料不全，请补充后重新申请（演示）');
  const visits = await play.assign(0, visited, plainDate('2021-09-15'), grades);
  await stage.goTo(plainDate('2021-09-15'));
  await play.submitSheets(visits, 0);
  await play.submitSheets(visits, 1);
  stage.say('评估表 1,750 份');
  await stage.goTo(plainDate('2021-09-18'));
  await play.conclude(visits);
  const passed = visits.filter((visit) => visit.grade >= 3);
  await stage.goTo(plainDate('2021-09-22'));
  await play.publish(passed);
  await play.endPublicity(plainDate('2021-09-22'));
  await stage.goTo(plainDate('2021-10-11'));
  await play.confirm(visits);
  const people = await play.chooseModes(passed, plainDate('2021-11-01'));
  stage.say(`待遇享受 ${people.length.toString()} 人`);
  return people;
};

/** February 2022: thirty more who are under way on the day the demonstration opens. */
export const playSecondWave = async (stage: Stage, play: CarePlay): Promise<void> => {
  const from = FIRST_WAVE;
  await stage.goTo(plainDate('2022-02-21'));
  const ids = await play.apply(from, from + 20);
  const visits = await play.assign(from, ids.slice(0, 14), plainDate('2022-02-22'), Array<number>(14).fill(4));
  await stage.goTo(plainDate('2022-02-22'));
  await play.submitSheets(visits.slice(0, 11), 0);
  await play.submitSheets(visits.slice(0, 8), 1);
  await play.conclude(visits.slice(0, 6));
  await stage.goTo(plainDate('2022-02-24'));
  await play.publish(visits.slice(0, 4));
  await stage.goTo(plainDate('2022-02-25'));
  await play.apply(from + 20, from + careFigures.underWay, false);
};
