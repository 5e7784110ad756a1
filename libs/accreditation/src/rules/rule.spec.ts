import { z } from 'zod';
import { awardsIn, readRule, RuleIsTooLarge } from './rule';

const need = { need: '0195c0de-0000-7000-8000-00000000000a' };
/** A rule so deep, leaves counted. */
const deep = (depth: number): unknown => (depth === 1 ? need : { all: [deep(depth - 1)] });

describe('a rule', () => {
  it.each([
    need,
    { core: true },
    { award: '0195c0de-0000-7000-8000-00000000000b' },
    { all: [need, { any: [need, { core: true }] }] },
    { path: [need, { any: [need, need] }] },
    { n: 2, of: [need, need, { all: [] }] },
  ])('is read as it is stored: %j', (stored) => expect(readRule(stored)).toEqual(stored));

  it('is read as it was written before there were trees', () => {
    expect(readRule({ allOf: 'published core modules' })).toEqual({ core: true });
  });

  it.each([
    {},
    null,
    'core',
    { core: false },
    { need: 'code-of-conduct' },
    { award: 'core-skills' },
    { all: [need], any: [need] },
    { n: 0, of: [need] },
    { n: 1.5, of: [need] },
    { all: [{ some: [] }] },
    { allOf: 'every module' },
  ])('is nothing else: %j', (stored) => expect(() => readRule(stored)).toThrow(z.ZodError));

  it('names the schemes whose award it asks for, once each', () => {
    const [one, two] = ['one', 'two'].map((award) => ({ award }));
    expect(awardsIn({ all: [one!, { any: [need, two!] }, { n: 1, of: [one!, { core: true }] }] })).toEqual([
      'one',
      'two',
    ]);
  });

  it('is six deep at most', () => {
    expect(readRule(deep(6))).toEqual(deep(6));
    expect(() => readRule(deep(7))).toThrow(RuleIsTooLarge);
    expect(() => readRule(deep(5000))).toThrow(RuleIsTooLarge);
  });

  it('has a hundred parts at most', () => {
    const wide = (parts: number) => ({ any: Array.from({ length: parts - 1 }, () => need) });
    expect(readRule(wide(100))).toEqual(wide(100));
    expect(() => readRule(wide(101))).toThrow(RuleIsTooLarge);
  });
});
