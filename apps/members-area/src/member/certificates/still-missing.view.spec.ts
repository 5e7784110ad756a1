import type { AskedRequirement, DueItem } from '@induct/accreditation';
import { stillMissing } from './still-missing.view';

const one = (id: string, more: Partial<AskedRequirement> = {}): AskedRequirement => ({
  id,
  slug: id,
  title: id.toUpperCase(),
  isAsked: true,
  isCore: false,
  met: undefined,
  ways: [],
  ...more,
});

it('says what an empty wallet waits for, what has a day first, and few of many', () => {
  const met = { by: 'module' as const, on: '2026-11-01', until: null };
  const asked = ['a', 'b', 'c', 'd', 'e', 'f']
    .map((id) => one(id))
    .concat(one('g', { met }), one('h', { isAsked: false }));
  const all = (...needs: string[]) => ({ needs, missing: { n: needs.length, of: needs.map((need) => ({ need })) } });
  const due = [all('e'), all('c')] as DueItem[];
  const counts = { earns: false, total: 7, done: 1, left: 6, titles: ['E', 'C', 'A', 'B'], choices: [], more: 2 };
  expect(stillMissing({ asked, due, coreEarns: false })).toEqual(counts);
  expect(stillMissing({ asked: [], due: [], coreEarns: true })).toMatchObject({ total: 0, left: 0, titles: [] });
});

it('names the core skills alone where a certificate comes of them', () => {
  const asked = [one('for-a-panel'), one('conduct', { isCore: true }), one('data', { isCore: true })];
  expect(stillMissing({ asked, due: [], coreEarns: true })).toMatchObject({ earns: true, titles: ['CONDUCT', 'DATA'] });
});

it('counts only so many of several as are needed, and names the choice', () => {
  const asked = [one('a'), one('b'), one('c'), one('conduct', { isCore: true })];
  const needs = ['a', 'b', 'c'];
  const due = [{ needs, missing: { n: 2, of: needs.map((need) => ({ need })) } }] as DueItem[];
  expect(stillMissing({ asked, due, coreEarns: false })).toMatchObject({
    total: 3,
    left: 3,
    titles: ['CONDUCT'],
    choices: ['2 of “A”, “B” and “C”'],
    more: 0,
  });
});
