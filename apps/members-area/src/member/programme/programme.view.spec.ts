import type { AskedRequirement, DueItem } from '@induct/accreditation';
import type { ListedSession, NextSession, ShownEvent, ShownSession } from '@induct/events';
import { eventView } from './event.view';
import { nextFor, nextOfAll } from './next-session';
import { ProgrammeQuery } from './programme-filter';
import { programmeView } from './programme.view';
import { sessionCalendar } from './session-calendar';
import { askedOfNobody, stillNeeded, whatItMeets } from './what-it-meets';

const today = '2026-11-22';
const requirement = (slug: string, more: Partial<AskedRequirement> = {}): AskedRequirement => ({
  id: slug,
  slug,
  title: `About ${slug}`,
  isAsked: true,
  isCore: true,
  met: undefined,
  ways: [],
  ...more,
});
const met = { by: 'module', on: '2026-11-01', until: null } as const;
const due = [{ needs: ['conduct'], dueOn: '2026-12-12' } as unknown as DueItem];
const needed = {
  asked: [
    requirement('conduct'),
    requirement('data', { met }),
    requirement('audit', { isAsked: false }),
    requirement('safety'),
  ],
  due,
  paths: [],
};

const run = (id: string, on: string | null, more: Partial<ShownSession> = {}): ShownSession => ({
  id,
  state: 'confirmed',
  place: 'The Guildhall',
  districts: [],
  cancelReason: null,
  revision: 1,
  isOnline: false,
  isForMyDistrict: true,
  parts: on === null ? [] : [{ number: 1, on, from: '09:30', to: '13:00', topics: ['conduct'] }],
  ...more,
});
const session = (id: string, on: string | null, more: Partial<ListedSession> = {}): ListedSession => ({
  ...run(id, on, more),
  slug: 'a-morning-on-conduct',
  title: 'A morning on conduct',
  kind: 'training',
  about: '',
  mandatory: false,
  talks: null,
  bodyName: null,
  isForMyBody: true,
  ...more,
});
const view = (rows: ListedSession[], query: Partial<ProgrammeQuery> = {}) =>
  programmeView(
    { ...ProgrammeQuery.parse({}), ...query },
    { rows, total: rows.length },
    { needed, asksMe: true, today },
  );

describe('what a session meets', () => {
  it('is what is asked of somebody and not met, with its day; the rest is what it counts for', () => {
    expect(stillNeeded(needed)).toEqual(['conduct', 'safety']);
    expect(whatItMeets(['conduct', 'data', 'audit', 'nothing'], '2026-12-08', needed, today)).toEqual({
      meets: ['About conduct, which is asked of you by 12 December 2026'],
      countsFor: ['About data, which you have met', 'About audit'],
      steps: [],
    });
    expect(whatItMeets(['safety'], null, needed, today).meets).toEqual(['About safety, which is asked of you']);
  });

  it('says when the day by which it is asked is before the session', () => {
    expect(whatItMeets(['conduct'], '2026-12-13', needed, today).meets).toEqual([
      'About conduct, which is asked of you by 12 December 2026: that is before this session',
    ]);
  });

  it('says of what is overdue when it was to be met', () => {
    expect(whatItMeets(['conduct'], '2026-12-20', needed, '2026-12-13').meets).toEqual([
      'About conduct, which was asked of you by 12 December 2026',
    ]);
  });

  it('is nothing of those of whom nothing is asked', () => {
    expect(whatItMeets(['conduct', 'data'], null, askedOfNobody(needed), today)).toEqual({
      meets: [],
      countsFor: ['About conduct', 'About data'],
      steps: [],
    });
  });

  it('says which step it is of what is asked for step by step, and what comes before it', () => {
    const steps = (['data', 'conduct', 'safety'] as const).map((need) => ({
      title: `About ${need}`,
      need,
      met: need === 'data',
    }));
    const onPath = { ...needed, paths: [{ name: 'Commissioning', steps }] };
    const stepsOf = (topic: string, by = onPath) => whatItMeets([topic], null, by, today).steps;
    expect(stepsOf('data')).toEqual(['Step 1 of 3 of Commissioning']);
    expect(stepsOf('conduct')).toEqual(['Step 2 of 3 of Commissioning']);
    expect(stepsOf('safety')).toEqual([
      'Step 3 of 3 of Commissioning. Step 2 comes before it; this one counts also when you take it first',
    ]);
    expect(stepsOf('audit')).toEqual([]);
    expect(stepsOf('safety', askedOfNobody(onPath) as typeof onPath)).toEqual(['Step 3 of 3 of Commissioning']);
  });
});

describe('the programme', () => {
  it('is by month; what goes on stands in this one, and what has no day last', () => {
    const { groups } = view([
      session('a', '2026-10-30'),
      session('b', '2026-12-08'),
      session('c', '2026-12-09'),
      session('d', null),
    ]);
    expect(groups.map(({ heading, says, isOpen }) => [heading, says, isOpen])).toEqual([
      ['November 2026', '1 session', true],
      ['December 2026', '2 sessions', true],
      ['A date to be confirmed', '1 session', false],
    ]);
    expect(groups[2]!.sessions[0]!.calendar).toBeUndefined();
  });

  it('says what is provisional, where it is, and never a link', () => {
    const [sure, online, both, open] = view([
      session('a', '2026-12-08'),
      session('b', '2026-12-08', { place: null, isOnline: true }),
      session('c', '2026-12-08', { isOnline: true }),
      session('d', '2026-12-08', { place: null, state: 'provisional' }),
    ]).groups[0]!.sessions;
    expect([sure, online, both, open].map((one) => one!.where)).toEqual([
      'The Guildhall',
      'Online: whoever has a place is sent the link',
      'The Guildhall, or online',
      'Place to be confirmed',
    ]);
    expect([sure!.tag, open!.tag?.text]).toEqual([undefined, 'Provisional']);
    expect(sure!.calendar).toBe('/programme/a-morning-on-conduct/a.ics');
  });

  it('marks what is for one’s own body or district, and names whose it is', () => {
    const [mine, theirs, district] = view([
      session('a', '2026-12-08', { bodyName: 'Planning Committee' }),
      session('b', '2026-12-08', { bodyName: 'The Executive', isForMyBody: false }),
      session('c', '2026-12-08', { districts: ['Aldermere', 'Brack'] }),
    ]).groups[0]!.sessions;
    expect([mine!.body, mine!.isForMe]).toEqual(['For members of the Planning Committee', true]);
    expect([theirs!.body, theirs!.isForMe]).toEqual(['For members of the Executive', false]);
    expect([district!.districts, district!.isForMe]).toEqual(['For members of Aldermere and Brack', true]);
  });

  it('keeps what was asked for, and takes nonsense for the usual', () => {
    expect(ProgrammeQuery.parse({ kind: 'party', need: 'no', show: 'x', page: '-1' })).toEqual(
      ProgrammeQuery.parse({}),
    );
    const filtered = view([], { kind: 'training', show: 'past' });
    expect(view([], { need: 'yes' }).needsNothing).toBe(false);
    expect([filtered.isFiltered, filtered.cleared]).toEqual([true, '/programme?show=past']);
  });
});

describe('an event', () => {
  const event: ShownEvent = {
    ...session('x', null),
    about: 'One line.\n\nAnother.',
    format: null,
    facilitator: null,
    bring: null,
    officers: null,
    series: 'Chairing',
    seriesOrder: 2,
    outcomes: [],
    others: [{ slug: 'first', title: 'First', seriesOrder: 1, nextOn: '2026-12-01' }],
    sessions: [
      run('past', '2026-11-01', { state: 'delivered' }),
      run('never', '2026-11-02', { state: 'provisional' }),
      run('coming', '2026-12-08'),
      run('off', '2026-12-09', { state: 'cancelled', cancelReason: 'Snow' }),
      run('open', null, { state: 'provisional' }),
    ],
  };

  it('has what comes, what is cancelled and why, and what was', () => {
    const { coming, dates, cancelled, past, about } = eventView(event, needed, today);
    expect(coming.map(({ times }) => times[0])).toEqual([
      'Tuesday 8 December 2026, 9.30am to 1pm',
      'A date to be confirmed',
    ]);
    expect([dates, coming[1]!.mayChange]).toEqual([1, false]);
    expect(cancelled).toMatchObject([{ reason: 'Snow', meets: [], calendar: undefined }]);
    expect(past.map(({ times }) => times[0])).toEqual(['Sunday 1 November 2026, 9.30am to 1pm']);
    expect(about).toEqual(['One line.', 'Another.']);
  });

  it('stands in its series, in the order of that', () => {
    expect(eventView(event, needed, today).series?.events).toEqual([
      { title: 'First', href: '/programme/first', next: 'next on 1 December 2026' },
      { title: 'A morning on conduct', href: undefined, next: null },
    ]);
    expect(eventView({ ...event, others: [] }, needed, today).series).toBeUndefined();
  });

  it('is in a calendar an entry a day, from its first part to its last, without a link', () => {
    const days = [
      { number: 1, on: '2027-07-06', from: '09:30', to: '12:00', topics: [] },
      { number: 2, on: '2027-07-06', from: '13:00', to: '16:30', topics: [] },
      { number: 3, on: '2027-12-07', from: '18:00', to: '20:00', topics: [] },
    ];
    const about = { url: 'https://members.example/programme/conduct', madeAt: new Date('2026-11-22T14:32:00Z') };
    const file = sessionCalendar(
      event,
      run('s', null, { parts: days, place: null, isOnline: true, revision: 4 }),
      about,
    );
    expect(file.match(/^(UID|SEQUENCE|DTSTART;|DTEND;|LOCATION|STATUS|METHOD).*$/gm)).toEqual([
      'METHOD:PUBLISH',
      'UID:s-1@members.example',
      'SEQUENCE:4',
      'DTSTART;TZID=Europe/London:20270706T093000',
      'DTEND;TZID=Europe/London:20270706T163000',
      'LOCATION:Online',
      'STATUS:CONFIRMED',
      'UID:s-2@members.example',
      'SEQUENCE:4',
      'DTSTART;TZID=Europe/London:20271207T180000',
      'DTEND;TZID=Europe/London:20271207T200000',
      'LOCATION:Online',
      'STATUS:CONFIRMED',
    ]);
  });
});

describe('the next session', () => {
  const next = (topic: string | null, on: string, state: NextSession['state'] = 'confirmed'): NextSession => ({
    id: `${topic}`,
    slug: `about-${topic}`,
    title: `About ${topic}`,
    state,
    topic,
    on,
    from: '09:30',
    to: '13:00',
  });
  const sessions = [next(null, '2026-11-23'), next('data', '2026-11-24'), next('conduct', '2026-12-08', 'provisional')];

  it('is of a requirement the one that serves it', () => {
    expect(nextFor(sessions, 'safety')).toBeUndefined();
    expect(nextFor(sessions, 'conduct')).toEqual({
      title: 'About conduct',
      href: '/programme/about-conduct',
      when: 'Tuesday 8 December 2026, 9.30am to 1pm (provisional)',
    });
  });

  it('is the first that meets what somebody still needs, else the very first, else none', () => {
    const offered = sessions.map(({ topic, on, from, to, ...said }) => ({
      ...said,
      parts: [{ number: 1, on, from, to, topics: topic === null ? [] : [topic] }],
    }));
    expect(nextOfAll(offered, ['safety', 'conduct'])).toMatchObject({ title: 'About conduct', isNeeded: true });
    expect(nextOfAll(offered, ['safety'])).toMatchObject({ title: 'About null', isNeeded: false });
    expect(nextOfAll([], ['safety'])).toBeUndefined();
  });
});
