import { needsOf } from '../rules/standing';
import { minutesOf, withoutAwards } from './missing';

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

  it('is, of an award, what that asks for', () => {
    const core = { n: 1, of: [need('a')] };
    const level = { n: 2, of: [{ award: 'core' }, need('b')] };
    const whole = withoutAwards(level, (scheme) => (scheme === 'core' ? core : undefined));
    expect([needsOf(whole), minutesOf(whole, minutes)]).toEqual([['a', 'b'], 45]);
    expect([needsOf(level), minutesOf(level, minutes)]).toEqual([['b'], null]);
    expect(withoutAwards({ award: 'gone' }, () => undefined)).toEqual({ award: 'gone' });
  });

  it('is met by each of its leaves', () => {
    expect(needsOf({ n: 1, of: [need('a'), { n: 2, of: [need('b'), need('a')] }] })).toEqual(['a', 'b']);
  });
});
