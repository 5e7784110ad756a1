import type { AskedRequirement, DueItem } from '@induct/accreditation';
import { aModuleRow } from '../learning/module-row.given';
import { standingView } from './standing.view';

const now = new Date('2026-11-22T14:32:00Z');

/** In the order of the modules; what is asked comes in that of the titles. */
const rows = ['your-role', 'data', 'budgets', 'audit'].map((slug) => ({
  ...aModuleRow(slug),
  id: `course-${slug}`,
  tree: null,
  parts: [],
}));
const asked = ['audit', 'budgets', 'data', 'no-module', 'your-role'].map((slug): AskedRequirement => ({
  id: slug,
  slug,
  title: slug,
  isAsked: true,
  isCore: true,
  met: undefined,
  ways: slug === 'no-module' ? [] : [{ kind: 'module', courseId: `course-${slug}`, validMonths: null }],
}));
const item = (dueOn: string, needs: string[]): DueItem => ({
  id: dueOn,
  title: dueOn,
  source: '',
  since: '2026-01-01',
  dueOn,
  againOn: null,
  requirementId: null,
  schemeId: null,
  beforeSitting: false,
  anew: false,
  minutes: null,
  needs,
  missing: { n: needs.length, of: needs.map((need) => ({ need })) },
  modules: [],
});
const openOf = (due: DueItem[]) =>
  standingView(asked, { rows, paths: [], claims: [], due, sessions: [] }, now).open.map(
    ({ when, asked: some }) => `${when ?? 'Without a day'} ${some.map(({ slug }) => slug).join(', ')}`,
  );

describe('what is still to be met', () => {
  it('stands in the order of the modules, and last what no module meets', () => {
    expect(openOf([])).toEqual(['Without a day your-role, data, budgets, audit, no-module']);
  });

  it('stands under its day, which is said once: the first day first, and last what has none', () => {
    expect(openOf([item('2026-12-20', ['budgets']), item('2026-11-20', ['audit', 'data'])])).toEqual([
      'It was due on 20 November 2026, 2 days ago. data, audit',
      'To complete by 20 December 2026, in 28 days. budgets',
      'Without a day your-role, no-module',
    ]);
  });

  it('stands under the earliest of its days', () => {
    expect(openOf([item('2026-12-20', ['budgets', 'data']), item('2026-11-20', ['data'])])[0]).toBe(
      'To complete by 20 December 2026, in 28 days. data, budgets',
    );
  });

  it('is only so many of several that a rule lets one choose from, and says so', () => {
    const some = asked.map((one) => ({ ...one, isCore: one.slug === 'your-role' }));
    const needs = ['data', 'budgets', 'audit'];
    const due = { ...item('2026-12-20', needs), missing: { n: 2, of: needs.map((need) => ({ need })) } };
    const around = { rows, paths: [], claims: [], sessions: [] };
    const of = (requirements: AskedRequirement[], items: DueItem[]) => {
      const { left, total, open, others } = standingView(requirements, { ...around, due: items }, now);
      return {
        numbers: [left, total],
        open: open.map(({ when, asked: sure, choices }) => [
          when?.slice(0, 31),
          sure.map(({ slug }) => slug),
          ...choices.flatMap(({ says, asked: several }) => [says, several.map(({ slug }) => slug)]),
        ]),
        others: others.map(({ slug }) => slug),
      };
    };
    const asks = some.filter(({ slug }) => slug !== 'no-module');
    expect(of(asks, [due])).toEqual({
      numbers: [3, 3],
      open: [
        ['To complete by 20 December 2026', [], 'Any 2 of these:', ['data', 'budgets', 'audit']],
        [undefined, ['your-role']],
      ],
      others: [],
    });
    // One of them is asked for anyway: one of the others is enough. Two of them are: nobody needs the third.
    expect(of(asks, [item('2026-12-10', ['data']), due])).toMatchObject({
      numbers: [3, 3],
      open: [
        ['To complete by 10 December 2026', ['data']],
        ['To complete by 20 December 2026', [], 'Any one of these:', ['budgets', 'audit']],
        [undefined, ['your-role']],
      ],
    });
    expect(of(asks, [item('2026-12-10', ['data', 'audit']), due])).toMatchObject({
      numbers: [3, 3],
      others: ['budgets'],
    });
  });
});
