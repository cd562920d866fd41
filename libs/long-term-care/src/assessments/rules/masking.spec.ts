import { publicFace } from './masking';

const person = {
  fullName: '张小三',
  sex: 'female',
  birthDate: '1941-07-09',
  street: '七星岗街道中山一路12号3-1',
} as const;

describe('what publicity shows', () => {
  it('D10 is a masked name, the sex, the year of birth and the street, with no other digit', () => {
    const face = publicFace(person);
    expect(face).toEqual({ maskedName: '张*三', sex: 'female', birthYear: 1941, street: '七星岗街道中山一路' });
    expect(JSON.stringify(face).replace('1941', '')).not.toMatch(/\d/);
  });

  it.each([
    ['张三', '张*'],
    ['张小三', '张*三'],
    ['欧阳小三', '欧**三'],
    ['张', '*'],
    ['𠮷田三', '𠮷*三'],
    [' 张小三 ', '张*三'],
  ])('D10 %s is shown as %s', (fullName, maskedName) => {
    expect(publicFace({ ...person, fullName }).maskedName).toBe(maskedName);
  });
});
