import { minutesOf, needsOf } from './missing';

const need = (name: string) => ({ need: name });
const minutes = new Map([
  ['a', 20],
  ['b', 25],
  ['c', 60],
]);

describe('what is missing', () => {
  it('takes as long as its parts together, or as the shortest that are enough', () => {
    expect(minutesOf(need('a'), minutes)).toBe(20);
    expect(minutesOf({ n: 2, of: [need('a'), need('b')] }, minutes)).toBe(45);
    expect(minutesOf({ n: 1, of: [need('c'), need('b')] }, minutes)).toBe(25);
    expect(minutesOf({ n: 2, of: [need('a'), { n: 1, of: [need('c'), need('b')] }] }, minutes)).toBe(45);
  });

  it('takes nobody knows how long when that is not said of a part', () => {
    expect(minutesOf({ n: 2, of: [need('a'), need('x')] }, minutes)).toBeNull();
    expect(minutesOf({ n: 1, of: [need('a'), need('x')] }, minutes)).toBe(20);
    expect(minutesOf({ n: 0, of: [] }, minutes)).toBeNull();
  });

  it('is met by each of its leaves', () => {
    expect(needsOf({ n: 1, of: [need('a'), { n: 2, of: [need('b'), need('a')] }] })).toEqual(['a', 'b']);
  });
});
