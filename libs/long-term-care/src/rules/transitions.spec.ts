import type { AssessmentState } from '../model/states';
import { applicationTransitions, assessmentTransitions, runTransitions, sheetTransitions } from './transitions';

const tables = { applicationTransitions, assessmentTransitions, runTransitions, sheetTransitions };
/** Publicity goes on when an objection is dismissed: the only way back. */
const back = ['objected', 'in-publicity'];
const isBack = (edge: readonly string[]): boolean => edge.join() === back.join();
const edgesOf = (
  table: Readonly<Record<string, Readonly<Record<string, string>>>>,
): readonly (readonly [string, string])[] =>
  Object.entries(table).flatMap(([from, actions]) => Object.values(actions).map((to) => [from, to] as const));

describe('what may happen next', () => {
  it.each(Object.entries(tables))(
    '%s: every state is reached from the first and none twice by a circle, but for publicity that goes on',
    (_name, table) => {
      const edges = edgesOf(table);
      const states = Object.keys(table);
      const [first = ''] = states;
      const reached = new Set([first]);
      for (let round = 0; round < states.length; round += 1)
        for (const [from, to] of edges) if (reached.has(from)) reached.add(to);
      expect([...reached].sort()).toEqual([...states].sort());
      expect(
        edges.filter(([from, to]) => states.indexOf(to) <= states.indexOf(from)).filter((edge) => !isBack(edge)),
      ).toEqual([]);
    },
  );

  it('a confirmed grade is reached only through two sheets, a conclusion and ended publicity', () => {
    const path: AssessmentState[] = ['confirmed'];
    for (;;) {
      const [state = 'visiting'] = path;
      const before = edgesOf(assessmentTransitions).filter((edge) => edge[1] === state && !isBack(edge));
      if (before.length === 0) break;
      expect(before).toHaveLength(1);
      path.unshift(before[0]?.[0] as AssessmentState);
    }
    expect(path).toEqual(['visiting', 'joint', 'concluded', 'in-publicity', 'publicity-ended', 'confirmed']);
  });
});
