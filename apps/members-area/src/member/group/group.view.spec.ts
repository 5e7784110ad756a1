import type { GroupRow } from '@induct/accreditation';
import { reminderCell, stateOf, totalsInWords } from './group.view';

const row = (more: Partial<GroupRow> = {}): GroupRow => ({
  personId: 'ada',
  name: 'Ada Fenwick',
  met: 2,
  open: 1,
  overdue: 0,
  dueOn: '2026-12-04',
  nudgedOn: null,
  ...more,
});
const now = { today: '2026-11-23', self: 'chandra' } as const;

it.each([
  [{ people: 3, complete: 3, overdue: 0 }, 'Everybody has completed all that is asked by a day.'],
  [
    { people: 1, complete: 0, overdue: 1 },
    'Nobody has completed all that is asked by a day yet. 1 has something overdue.',
  ],
  [
    { people: 12, complete: 1, overdue: 1 },
    '1 of 12 people has completed all that is asked by a day. 1 has something overdue.',
  ],
  [
    { people: 12, complete: 5, overdue: 4 },
    '5 of 12 people have completed all that is asked by a day. 4 have something overdue.',
  ],
])('says of the group %j: %s', (totals, words) => {
  expect(totalsInWords(totals)).toBe(words);
});

it('says of somebody what is overdue before what is open, and tells complete from not asked', () => {
  const said = [row({ overdue: 1 }), row(), row({ open: 0 }), row({ met: 0, open: 0 })].map((one) => stateOf(one).text);
  expect(said).toEqual(['1 overdue', '1 to complete', 'Complete', 'Nothing asked by a day']);
});

it('leads to a reminder, or says why there is none', () => {
  const cells = [
    row(),
    row({ personId: 'chandra' }),
    row({ open: 0, nudgedOn: '2026-11-20' }),
    row({ nudgedOn: '2026-11-20' }),
    row({ nudgedOn: '2026-11-16' }),
  ].map((one) => reminderCell(one, now));
  expect(cells).toEqual([
    { text: 'Remind', hidden: 'Ada Fenwick', href: '/group/ada/remind' },
    { text: 'You' },
    { text: '' },
    { text: 'Reminded on 20 November 2026' },
    expect.objectContaining({ href: '/group/ada/remind' }),
  ]);
});
