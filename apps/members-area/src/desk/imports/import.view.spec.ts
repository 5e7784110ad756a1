import type { MembershipImport } from '@induct/people';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { importView, RowsFilter } from './import.view';

const at = new Date('2026-11-22T14:32:00Z');
const one: MembershipImport = {
  id: '6c1d6d5e-58f6-4d36-a8f5-0a2f0d2f1c11',
  fileName: 'members.csv',
  sheet: 0,
  columns: ['name'],
  day: '2017-05-08',
  complete: false,
  bodyId: null,
  state: 'preview',
  digest: 'd',
  counts: { problem: 9, new_person: 60, moves: 14, same: 1 },
  uploadedBy: 'o',
  uploadedAt: at,
  uploadedByName: 'Olive Officer',
  decidedBy: null,
  decidedAt: null,
  decidedByName: null,
  differ: 0,
  asking: 0,
  firstAsking: null,
};
const view = (more: Partial<MembershipImport> = {}, query: object = {}, done?: unknown) =>
  importView(
    { one: { ...one, ...more }, filter: RowsFilter.parse(query), rows: [], total: 0, done, bodyName: undefined },
    NO_PROBLEMS,
  );

describe('the preview of a list', () => {
  it('counts what is written and what is left out', () => {
    expect(view()).toMatchObject({ apply: 'Apply 74 changes', leaveOut: 'Leave out the 9 rows with a problem' });
    expect(view({ counts: { problem: 1, ends: 1 } })).toMatchObject({
      apply: 'Apply 1 change',
      leaveOut: 'Leave out the row with a problem',
    });
    expect(view({ counts: { same: 3 } })).toMatchObject({ changes: 0, leaveOut: false });
  });

  it('draws each kind of row with its number, and leads to those rows', () => {
    expect(view().picture.bars.map(({ label, cells, href }) => [label, cells, href])).toEqual([
      ['Problem', ['9'], expect.stringContaining('?outcome=problem')],
      ['New person', ['60'], expect.stringContaining('?outcome=new_person')],
      ['Moves', ['14'], expect.stringContaining('?outcome=moves')],
      ['Same', ['1'], expect.stringContaining('?outcome=same')],
    ]);
    expect(view({}, { outcome: 'moves' }).picture.bars[2]!.href).toBeUndefined();
  });

  it('says that nothing was written, and which rows are something else', () => {
    expect(view().differs).toBeUndefined();
    expect(view({ differ: 2 }, {}, 'differs').differs).toEqual({
      text: 'Nothing was written: the council has changed since the rows were shown.',
      href: expect.stringContaining('?outcome=differ'),
      link: '2 rows are something else by now',
    });
    expect(view({}, {}, 'differs').differs?.text).toMatch('look at it and apply it again');
  });

  it('is a report once it is applied', () => {
    const decided = { state: 'applied', decidedByName: 'Daniel Ferris', decidedAt: at } as const;
    const report = view({ ...decided, differ: 1 });
    expect(report).toMatchObject({ isOpen: false, differs: undefined });
    expect(report.summary[1]).toBe(
      'Applied by Daniel Ferris at 14:32 on 22 November 2026: 74 changes were written. 9 rows with a problem were left out.',
    );
  });

  it('of a complete list with problems cannot be applied', () => {
    expect(view({ complete: true }).isStuck).toBe(true);
    expect(view({ complete: true, counts: { leaves: 2 } }).isStuck).toBe(false);
  });
});
