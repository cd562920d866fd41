import { addDays, parseIdentityNumber, plainDate } from '@huiji/kernel';
import { cnLtci2021, gradeFromAnswers } from '@huiji/long-term-care';
import { answersFor } from './answers';
import { identityNumber } from './applicants';

describe('the invented people of long-term care', () => {
  it.each([0, 1, 2, 3, 4, 5])(
    'answers for grade %s come to it under the 2021 standard, whoever writes them',
    (grade) => {
      for (let index = 0; index < 12; index += 1)
        for (const turn of [0, 3]) {
          const graded = gradeFromAnswers(cnLtci2021, answersFor(grade, index, turn));
          expect(graded.ok && graded.value.grade).toBe(grade);
        }
    },
  );

  it('identity numbers have a true form, are all different, and name no division that exists', () => {
    const numbers = Array.from({ length: 923 }, (_, index) => identityNumber(index));
    expect(new Set(numbers).size).toBe(923);
    const today = addDays(plainDate('2021-09-06'), 0);
    expect(numbers.every((text) => parseIdentityNumber(text, today).ok && text.startsWith('509900'))).toBe(true);
  });
});
