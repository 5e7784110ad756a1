import { type Clash, clashFinder, type PlannedSession, type SessionState } from '@induct/events';
import { programmeView } from './programme.view';
import { spanOf, YearFilter } from './year-filter';
import { yearRows } from './year-rows';

const TODAY = '2026-11-29';
let made = 0;

function session(on: string | null, more: Partial<PlannedSession> & { title?: string } = {}): PlannedSession {
  const { title = 'Chairing', ...said } = more;
  const parts = on ? [{ number: 1, on, from: '09:30', to: '12:00', topics: ['scrutiny'] }] : [];
  const id = `0195c0de-0000-7000-8000-${String(++made).padStart(12, '0')}`;
  const event = { id, slug: 'chairing', title, kind: 'training', mandatory: true } as PlannedSession['event'];
  const state: SessionState = 'confirmed';
  return {
    id,
    event,
    state,
    parts,
    pools: [],
    districts: [],
    place: 'Room 1',
    onlineUrl: null,
    note: null,
    ...said,
  } as PlannedSession;
}

function shown(sessions: PlannedSession[], query: Record<string, string> = {}, isOfficer = true) {
  const filter = YearFilter.parse(query);
  const span = spanOf(filter, TODAY);
  const fixed = [
    {
      id: 'f',
      on: '2027-02-02',
      kind: 'meeting' as const,
      title: 'Full council',
      recordedAt: new Date(),
      recordedBy: null,
    },
  ];
  const dated = sessions.filter(({ parts }) => parts.length > 0);
  const facts = {
    sessions: dated,
    undated: sessions.filter(({ parts }) => parts.length === 0),
    fixed,
    holidays: [{ on: '2026-12-25', name: 'Christmas Day' }].filter(({ on }) => on >= span.first),
    clashesOf: clashFinder({ sessions: dated, fixed }) as (of: PlannedSession) => readonly Clash[],
    today: TODAY,
  };
  return programmeView({ span, rows: yearRows(facts, span, filter), filter, today: TODAY, isOfficer });
}
const textsOf = (view: ReturnType<typeof shown>) =>
  view.months.map(({ name, list }) => [name, ...list.rows.map((row) => row[0]!.text)]);

describe('the programme', () => {
  it('is a list month by month, with what others have set; what has no day comes last', () => {
    const view = shown([
      session('2027-02-02', { title: 'Budget' }),
      session(null, { title: 'Planning' }),
      session('2026-12-01', { event: null, eventId: null, state: 'hold', note: 'For the director' }),
    ]);
    expect(textsOf(view)).toEqual([
      ['December 2026', 'No title yet', 'Christmas Day'],
      ['February 2027', 'Full council', 'Budget'],
      ['A date to be confirmed', 'Planning'],
    ]);
    expect(view.says).toBe(
      '3 sessions: 2 confirmed, 1 date kept free. 1 date to be confirmed. 1 session to look at, because something else is on that day.',
    );
    const budget = view.months[1]!.list.rows[1]!;
    expect(budget.at(-1)!.notes).toEqual([{ text: '2 February 2027 is a fixed date: Full council' }]);
    expect(budget[1]!.text).toBe('Tuesday 2 February 2027, 09:30 to 12:00');
  });

  it('shows an auditor no notes and no way to a session', () => {
    const hold = session('2026-12-01', { event: null, state: 'hold', note: 'For the director' });
    const [officers, auditors] = [true, false].map((is) => shown([hold], {}, is).months[0]!.list.rows[0]![0]!);
    expect([officers!.notes, officers!.href]).toEqual([
      [{ text: 'For the director' }],
      `/admin/programme/sessions/${hold.id}`,
    ]);
    expect([auditors!.notes, auditors!.href]).toEqual([[], undefined]);
  });

  it('is filtered by state and kind, and then without what others have set', () => {
    const sessions = [session('2027-02-02'), session('2027-02-03', { state: 'cancelled' })];
    const view = shown(sessions, { state: 'cancelled' });
    expect([view.list.total, view.isFiltered]).toEqual([1, true]);
    expect(shown(sessions, { kind: 'briefing' }).list.total).toBe(0);
    expect(shown(sessions, { from: '2027-02', to: '2027-02' }).list.total).toBe(3);
  });

  it('is folded on a phone but for the month that it is, each with what is in it; and shows only what is to be looked at', () => {
    const sessions = [session('2027-02-02'), session('2027-02-03'), session('2026-11-24')];
    const view = shown(sessions);
    expect(view.months.map(({ name, says, isOpen }) => [name, says, isOpen])).toEqual([
      ['November 2026', '1 session, 1 to look at', true],
      ['December 2026', '1 fixed date', false],
      ['February 2027', '2 sessions, 1 fixed date, 1 to look at', false],
    ]);
    expect([view.looks, view.looksHref]).toEqual([2, '/admin/programme?look=yes']);
    const looks = shown(sessions, { look: 'yes' });
    expect([textsOf(looks).flat().length, looks.months[0]!.isOpen, looks.looksHref]).toEqual([4, true, undefined]);
  });

  it('says of what is over that nobody has said whether it took place', () => {
    const { says, months } = shown([
      session('2026-11-24'),
      session('2026-11-25', { state: 'provisional' }),
      session('2026-11-26', { state: 'delivered' }),
    ]);
    expect(says).toContain('2 sessions to look at, because their days are over.');
    expect(months[0]!.list.rows.map((row) => row.at(-1)!.notes?.map(({ text }) => text))).toEqual([
      ['It is over, and nobody has said that it took place: until then nobody is asked how it was.'],
      ['Its day is past, and it was not confirmed: change its day, or cancel it.'],
      undefined,
    ]);
  });

  it('has 50 a page, and no page beyond the last', () => {
    const many = Array.from({ length: 120 }, () => session('2027-03-02'));
    const view = shown(many, { page: '9' });
    expect([view.list.says, view.months[0]!.list.rows.length]).toEqual(['Showing 101 to 122 of 122', 22]);
    expect(view.list.csv).toBe('/admin/programme.csv');
  });

  it('says how full each session is, each month and, to officers, a day that is full', () => {
    const full = session('2027-02-02', {
      pools: [{ seat: 'room', audience: 'member', places: 8, taken: 8, opensToAllOn: null }],
    });
    const few = session('2027-02-03', {
      pools: [{ seat: 'room', audience: 'member', places: 20, taken: 3, opensToAllOn: null }],
    });
    const places = (isOfficer: boolean) => {
      const { months, picture } = shown([full, few], {}, isOfficer);
      const month = picture.months.find(({ name }) => name === 'February 2027')!;
      return [
        months
          .find(({ name }) => name === 'February 2027')!
          .list.rows.slice(1)
          .map((row) => row.find(({ head }) => head === 'Places')!.text),
        picture.table.find(({ month: name }) => name === 'February 2027')!.places,
        month.weeks.flat().flatMap((day) => (day?.full ? [day.number] : [])),
      ];
    };
    expect(places(true)).toEqual([['8 of 8 taken', '3 of 20 taken'], '11 of 28 taken', [2]]);
    expect(places(false)).toEqual([['8 of 8 taken', 'Fewer than 5 of 20 taken'], undefined, [2]]);
  });

  it('says of an empty year what to do', () => {
    const view = shown([]);
    expect([view.isEmpty, view.says]).toEqual([true, undefined]);
    expect(shown([], { state: 'hold' }).isEmpty).toBe(false);
  });

  it('marks the days of the picture by the strongest of their sessions, and says the same in a table', () => {
    const { picture } = shown([
      session('2026-12-01', { state: 'cancelled' }),
      session('2026-12-01', { state: 'provisional' }),
      session('2027-02-02'),
    ]);
    const day = (name: string, number: number) =>
      picture.months
        .find((month) => month.name === name)!
        .weeks.flat()
        .find((one) => one?.number === number);
    expect(day('December 2026', 1)).toMatchObject({ state: 'provisional', off: false });
    expect([day('February 2027', 2)!.full, day('December 2026', 1)!.full]).toEqual([false, false]);
    expect(day('December 2026', 25)).toMatchObject({ state: undefined, off: true });
    expect(day('February 2027', 2)).toMatchObject({ state: 'confirmed', fixed: true });
    expect(day('November 2026', 29)).toMatchObject({ today: true, off: true });
    // 1 December 2026 is a Tuesday.
    expect(picture.months.find(({ name }) => name === 'December 2026')!.weeks[0]!.map((one) => one?.number)).toEqual([
      undefined,
      1,
      2,
      3,
      4,
      5,
      6,
    ]);
    expect(picture.table.find(({ month }) => month === 'December 2026')).toMatchObject({
      href: '/admin/programme?from=2026-12&to=2026-12',
      sessions: '1 provisional, 1 cancelled',
      fixed: 'Christmas Day',
    });
    expect(picture.table).toHaveLength(12);
  });
});
