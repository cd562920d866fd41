import { answersAsList, answersFromList, only } from './views';

describe('answers on their way', () => {
  it('go to a list and back', () => {
    const answers = { eating: 5, bathing: 0 };
    expect(answersAsList(answers)).toEqual([
      { item: 'bathing', score: 0 },
      { item: 'eating', score: 5 },
    ]);
    expect(answersFromList(answersAsList(answers), 'answers')).toEqual({ ok: true, value: answers });
    expect(answersAsList({ eating: null, bathing: undefined })).toEqual([]);
  });

  it('an item that is answered twice is refused, never taken as one of the two', () => {
    const twice = [
      { item: 'eating', score: 5 },
      { item: 'eating', score: 10 },
    ];
    expect(answersFromList(twice, 'answers')).toMatchObject({
      refusal: { issues: [{ field: 'answers.eating', code: 'ANSWER_TWICE' }] },
    });
  });

  it('an act on one answers its one id', () => {
    expect(only({ ok: true, value: ['a'] })).toEqual({ ok: true, value: 'a' });
  });
});
