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
  const due = [{ needs: ['e', 'g'] }, { needs: ['c', 'h'] }] as DueItem[];
  const counts = { earns: false, total: 7, done: 1, left: 6, titles: ['E', 'C', 'A', 'B'], more: 2 };
  expect(stillMissing({ asked, due, coreEarns: false })).toEqual(counts);
  expect(stillMissing({ asked: [], due: [], coreEarns: true })).toMatchObject({ total: 0, left: 0, titles: [] });
});

it('names the core skills alone where a certificate comes of them', () => {
  const asked = [one('for-a-panel'), one('conduct', { isCore: true }), one('data', { isCore: true })];
  expect(stillMissing({ asked, due: [], coreEarns: true })).toMatchObject({ earns: true, titles: ['CONDUCT', 'DATA'] });
});
