import type { Missing } from './standing';
import { stillNeeded } from './still-needed';

const need = (name: string): Missing => ({ need: name });
const some = (n: number, ...of: (string | Missing)[]): Missing => ({
  n,
  of: of.map((one) => (typeof one === 'string' ? need(one) : one)),
});
const needed = (missing: Missing[], anyway: string[] = []) => {
  const { sure, choices } = stillNeeded(missing, anyway);
  return { sure: [...sure], choices: choices.map(({ of, least, isPlain }) => ({ of, least, isPlain })) };
};

describe('what is still needed', () => {
  it('is all of what asks for all', () => {
    expect(needed([some(3, 'a', 'b', some(1, 'c'))])).toEqual({ sure: ['a', 'b', 'c'], choices: [] });
  });

  it('is only so many of alternatives, asked for once or twice', () => {
    const two = { of: ['a', 'b', 'c', 'd'], least: 2, isPlain: true };
    expect(needed([some(2, 'a', 'b', 'c', 'd')])).toEqual({ sure: [], choices: [two] });
    expect(needed([some(2, 'a', 'b', 'c', 'd'), some(2, 'a', 'b', 'c', 'd')])).toEqual({ sure: [], choices: [two] });
  });

  it('is fewer where some of them are needed anyway, by a third as by themselves', () => {
    const one = { sure: ['a'], choices: [{ of: ['b', 'c', 'd'], least: 1, isPlain: true }] };
    expect(needed([some(2, 'a', 'b', 'c', 'd')], ['a'])).toEqual(one);
    expect(needed([some(2, 'a', 'b', 'c', 'd'), need('a')])).toEqual(one);
    expect(needed([some(1, 'a', 'b'), need('a')])).toEqual({ sure: ['a'], choices: [] });
  });

  it('goes by the shortest way where an alternative is made of several', () => {
    const { choices } = needed([some(2, 'a', some(1, some(2, 'b', 'c'), some(3, 'd', 'e', 'f')))]);
    expect(choices).toEqual([{ of: ['b', 'c', 'd', 'e', 'f'], least: 2, isPlain: false }]);
  });

  it('is no choice where only one way is left', () => {
    expect(needed([some(1, { award: 's' }, 'b')])).toEqual({ sure: ['b'], choices: [] });
    expect(needed([some(2, 'a', some(0), 'c')], ['c'])).toEqual({ sure: ['c'], choices: [] });
    expect(needed([some(1, some(2, 'a', 'b'), some(2, 'a', 'c'))], ['a', 'b']).choices).toEqual([]);
  });

  it('is nothing of an award that nothing earns', () => {
    expect(needed([{ award: 's' }, some(0)])).toEqual({ sure: [], choices: [] });
  });
});
