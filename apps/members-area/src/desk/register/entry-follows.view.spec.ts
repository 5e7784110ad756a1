import type { Sitter } from '@induct/accreditation';
import { dayOfEntry, entryFollowsView } from './entry-follows.view';
import type { Entry } from './register.queries';

const TODAY = '2026-11-30';
const by = { enteredBy: 'ruth', enteredAt: new Date('2026-11-29T10:00:00Z') };
const edition = (more: object = {}) => ({
  id: 'e1',
  mode: 'statutory',
  startsOn: '2027-01-01',
  confirmedAt: null,
  ...by,
  ...more,
});
const another = { table: 'register_edition', entry: edition() } as unknown as Entry;
const accreditation = (from: string) =>
  ({
    table: 'statutory_accreditation',
    entry: { id: 'a1', from, until: null, confirmedAt: null, ...by },
  }) as unknown as Entry;

const missing = {
  kind: 'statutory',
  id: null,
  title: null,
  binding: true,
  met: false,
} as unknown as Sitter['asked'][number];
const sitter = (nth: number, may: boolean, bodyId = 'planning'): Sitter => ({
  personId: `p${nth}`,
  name: `Member ${nth}`,
  bodyId,
  place: { by: 'seat', capacity: 'member', lastDay: null },
  may,
  asked: may ? [] : [missing],
  until: null,
});
const bodies = [
  { id: 'planning', name: 'Planning' },
  { id: 'licensing', name: 'Licensing' },
];
const view = (before: Sitter[], after: Sitter[], page = 1) =>
  entryFollowsView(
    another,
    { bodies, editions: [] },
    { would: { before, after }, day: '2027-01-01', today: TODAY, page },
  );

describe('the day of which it is said who could not sit', () => {
  it('is the first of another register, and today where it has begun', () => {
    expect(dayOfEntry(another, { editions: [] }, TODAY)).toBe('2027-01-01');
    expect(dayOfEntry(another, { editions: [] }, '2027-02-01')).toBe('2027-02-01');
  });

  it('is of an accreditation the first on which the law asks for it', () => {
    const confirmed = { mode: 'statutory', confirmedAt: new Date() };
    const editions = [
      edition({ startsOn: '2026-12-24' }),
      edition({ ...confirmed, startsOn: '2027-03-01' }),
      edition({ ...confirmed, startsOn: '2027-01-01' }),
      edition({ ...confirmed, mode: 'voluntary', startsOn: '2026-12-24' }),
    ] as never[];
    expect(dayOfEntry(accreditation('2026-01-01'), { editions }, TODAY)).toBe('2027-01-01');
    expect(dayOfEntry(accreditation('2027-02-01'), { editions }, TODAY)).toBe('2027-02-01');
    expect(dayOfEntry(accreditation('2026-01-01'), { editions: [] }, TODAY)).toBe(TODAY);
  });
});

describe('who could not sit once it is confirmed', () => {
  it('says of each body that changes how many may sit, and names each place', () => {
    const before = [sitter(1, true), sitter(2, true), sitter(3, true, 'licensing'), sitter(1, true, 'licensing')];
    const after = [sitter(1, false), sitter(2, true), sitter(3, true, 'licensing'), sitter(1, true, 'licensing')];
    const { seats, lost } = view(before, after);
    expect(seats).toEqual(['Planning: 1 of the 2 people with a seat may sit, 2 as it is now.']);
    expect(lost.caption).toBe('1 person may no longer sit on 1 January 2027');
    expect(lost.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['Member 1', 'Planning', 'Member', 'The statutory certificate: not shown'],
    ]);
  });

  it('counts somebody with two places once', () => {
    const of = (may: boolean) => [sitter(1, may), sitter(1, may, 'licensing')];
    const { lost } = view(of(true), of(false));
    expect([lost.caption, lost.rows.length]).toEqual(['1 person may no longer sit on 1 January 2027', 2]);
  });

  it('says when it changes nothing', () => {
    const { seats, lost, nobodyLost } = view([sitter(1, true)], [sitter(1, true)]);
    expect([seats, lost.total, nobodyLost]).toEqual([[], 0, 'Everybody who may sit on 1 January 2027 may still sit.']);
  });

  it('says of an accreditation that nothing changes while no register asks for the certificate', () => {
    const would = { before: [sitter(1, true)], after: [sitter(1, true)] };
    const of = (editions: never[]) =>
      entryFollowsView(accreditation('2026-01-01'), { bodies, editions }, { would, day: TODAY, today: TODAY, page: 1 });
    const asked = of([edition({ confirmedAt: new Date(), startsOn: '2026-01-01' })] as never[]);
    expect([of([]).nobodyLost, of([]).past]).toEqual([
      'Nothing changes: no register asks for the certificate yet.',
      undefined,
    ]);
    expect(asked.nobodyLost).toBe('Everybody who may sit on 30 November 2026 may still sit.');
    expect(asked.past).toContain('It holds from 1 January 2026');
  });

  it('shows 25 at a time of those who may not, and the first 25 of those who then may', () => {
    const of = (may: boolean) => Array.from({ length: 60 }, (_, nth) => sitter(nth + 10, may));
    const third = view(of(true), of(false), 9);
    expect([third.lost.rows.length, third.lost.rows[0]![0]!.text, third.lost.says]).toEqual([
      10,
      'Member 60',
      'Showing 51 to 60 of 60',
    ]);
    expect(third.lost.pagination?.previous?.href).toBe('/admin/register/waiting/e1?page=2');
    const { gained, moreGained } = view(of(false), of(true));
    expect([gained.rows.length, gained.pagination, moreGained]).toEqual([25, undefined, 'And 35 more places.']);
  });
});
