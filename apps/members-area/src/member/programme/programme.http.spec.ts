import { randomUUID } from 'node:crypto';
import { Awards } from '@induct/accreditation';
import { type DescribedEvent, Programme, type SessionPlan } from '@induct/events';
import ICAL from 'ical.js';
import { Desk } from '../../../../../test/support/given-desk';
import { anEvent } from '../../../../../test/support/given-programme';

const NOW = '2026-11-22T14:32:00Z';
const LINK = 'https://meet.example/secret-room';

let desk: Desk;
let member: string;
let programme: Programme;
const ids: Record<string, string> = {};

const described = (title: string, more: Partial<DescribedEvent> = {}) =>
  anEvent(title, { note: 'FOR PLANNERS', ...more });
const plan = (eventId: string | null, on: string | null, more: Partial<SessionPlan> = {}): SessionPlan => ({
  eventId,
  place: 'The Guildhall',
  onlineUrl: null,
  districts: [],
  note: 'FOR PLANNERS',
  parts: on === null ? [] : [{ on, from: '09:30', to: '13:00', topics: [] }],
  pools: [],
  ...more,
});
const conductOn = (on: string) => ({ parts: [{ on, from: '09:30', to: '13:00', topics: ['the-code-of-conduct'] }] });
const text = async (path: string, who = member) => (await desk.getAs(who, path)).text;

beforeAll(async () => {
  desk = await Desk.open();
  programme = desk.app.get(Programme, { strict: false });
  member = await desk.given.aPerson({ name: 'Bernard' });
});
afterAll(() => desk?.close());

async function aYear(): Promise<void> {
  await desk.given.aModule({ title: 'The code of conduct', core: true });
  await desk.app.get(Awards, { strict: false }).considerOverdue();
  const body = randomUUID();
  await desk.database.source.query(
    `insert into body (id, kind, name, during, recorded_at) values ($1, 'committee', 'Planning Committee', daterange('2020-01-01', null), $2)`,
    [body, NOW],
  );
  await desk.database.source.query(
    `insert into membership (id, person_id, body_id, capacity, during, recorded_at)
     values (gen_random_uuid(), $1, $2, 'member', daterange('2026-05-01', null), $3)`,
    [member, body, NOW],
  );
  const add = (title: string, more: Partial<DescribedEvent> = {}) => programme.addEvent(described(title, more), null);
  const conduct = await add('A morning on conduct', {
    about: 'What the code asks, by cases.',
    facilitator: 'Bethan Rhys',
    officers: 'The monitoring officer',
    format: 'Talk and groups',
    outcomes: ['Declare an interest'],
    series: 'Core skills',
    seriesOrder: 1,
  });
  const past = { ...plan(conduct, '2026-10-06'), ...conductOn('2026-10-06') };
  ids.past = await programme.addSession(past, 'delivered', null);
  ids.conduct = await programme.addSession(
    { ...plan(conduct, null, { onlineUrl: LINK }), ...conductOn('2026-12-08') },
    'confirmed',
    null,
  );
  ids.summer = await programme.addSession({ ...plan(conduct, null), ...conductOn('2027-07-06') }, 'confirmed', null);
  ids.off = await programme.addSession({ ...plan(conduct, null), ...conductOn('2026-12-15') }, 'confirmed', null);
  await programme.setState(ids.off, 'cancelled', { by: null, revision: 1, reason: 'The hall is flooded' });
  const planning = await add('Planning for beginners', {
    kind: 'workshop',
    audience: 'body',
    bodyId: body,
    series: 'Core skills',
    seriesOrder: 2,
  });
  await programme.addSession(plan(planning, '2027-01-12', { place: null }), 'provisional', null);
  await programme.addSession(plan(planning, null), 'provisional', null);
  const district = await add('Your district', { kind: 'event' });
  await programme.addSession(plan(district, '2026-11-30', { districts: ['Brackwater'] }), 'confirmed', null);
  const idea = await add('Only thought of');
  await programme.addSession(plan(idea, '2026-12-01'), 'idea', null);
  await programme.addSession(plan(idea, '2026-12-02'), 'hold', null);
  await programme.addSession(plan(null, '2026-12-03'), 'hold', null);
}

describe('the programme, as members see it', () => {
  it('says kindly that nothing is planned yet, and home says nothing', async () => {
    expect(await text('/programme')).toContain('Nothing is planned yet');
    expect(await text('/programme?show=past')).toContain('There is no past yet');
    expect(await text('/')).not.toContain('programme:');
  });

  it('is by month what is confirmed or provisional, then what has no date, and what is for planners nowhere', async () => {
    await aYear();
    const page = await text('/programme');
    expect(page).toMatch(
      /November 2026 Your district.*December 2026 A morning on conduct.*January 2027 Planning for beginners/,
    );
    expect(page).toMatch(/July 2027 A morning on conduct.*A date to be confirmed Planning for beginners/);
    expect(page).toContain('Tuesday 8 December 2026, 9.30am to 1pm The Guildhall, or online');
    expect(page).toContain('Planning for beginners Workshop Provisional For you');
    expect(page).toContain('For members of the Planning Committee');
    expect(page).toContain('For members of Brackwater');
    for (const never of ['Only thought of', 'FOR PLANNERS', LINK, '15 December']) expect(page).not.toContain(never);
    const past = await text('/programme?show=past');
    expect(past).toContain('October 2026 A morning on conduct');
    expect(past).not.toContain('December 2026');
  });

  it('shows only a kind, only what one still needs, and says when that is nothing', async () => {
    const workshops = await text('/programme?kind=workshop');
    expect(workshops).toContain('Planning for beginners');
    expect(workshops).not.toContain('A morning on conduct');
    const needed = await text('/programme?need=yes');
    expect(needed).toContain('Meets: The code of conduct, which is asked of you.');
    expect(needed).not.toContain('Planning for beginners');
    expect(await text('/programme?kind=briefing&need=yes')).toContain('No session that is planned meets it.');
    expect(await text('/programme?kind=rubbish&page=99')).toContain('A morning on conduct');
  });

  it('tells of an event what it is, its dates, those cancelled and why, and its series', async () => {
    const { text: page, body } = await desk.getAs(member, '/programme/a-morning-on-conduct');
    expect(page).toContain('What you take away Declare an interest');
    expect(page).toContain('Facilitator Bethan Rhys Officers in attendance The monitoring officer');
    expect(page).toContain('When: 2 dates to choose from');
    expect(page).toContain('Cancelled: The hall is flooded');
    expect(page).toContain('A morning on conduct (this one) Planning for beginners , next on 12 January 2027');
    expect(page).toContain('Tuesday 6 October 2026, 9.30am to 1pm: The Guildhall');
    expect(body).not.toContain('secret-room');
    expect(body).not.toContain('FOR PLANNERS');
  });

  it('has no page of what is only an idea or a date kept free', async () => {
    for (const path of [
      'only-thought-of',
      'nothing',
      `a-morning-on-conduct/${randomUUID()}.ics`,
      'a-morning-on-conduct/x.ics',
    ])
      expect([path, (await desk.getAs(member, `/programme/${path}`)).status]).toEqual([path, 404]);
  });

  it.each([
    ['winter', 'conduct', '2026-12-08T09:30:00.000Z', 'CONFIRMED', 1],
    ['summer', 'summer', '2027-07-06T08:30:00.000Z', 'CONFIRMED', 1],
    ['a date that was cancelled', 'off', '2026-12-15T09:30:00.000Z', 'CANCELLED', 2],
  ])('puts one session into a calendar: %s', async (_, which, begins, status, sequence) => {
    const file = await desk.getAs(member, `/programme/a-morning-on-conduct/${ids[which]}.ics`);
    expect(file.headers['content-type']).toBe('text/calendar; charset=utf-8');
    const calendar = ICAL.Component.fromString(file.body);
    const entry = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
    expect(entry.startDate.toJSDate().toISOString()).toBe(begins);
    expect([entry.sequence, entry.component.getFirstPropertyValue('status')]).toEqual([sequence, status]);
    expect([calendar.getFirstPropertyValue('method'), entry.location]).toEqual(['PUBLISH', 'The Guildhall']);
    expect(file.body).not.toContain('secret-room');
  });

  it('leads there from what is asked, and from home', async () => {
    const asked = await desk.getAs(member, '/standing');
    expect(asked.text).toContain('Or come to: A morning on conduct , Tuesday 8 December 2026, 9.30am to 1pm');
    expect(asked.body).toContain('href="/programme/a-morning-on-conduct"');
  });

  it('offers at home what meets what is still needed, why, and the way to a place; once booked, the place', async () => {
    const home = await desk.getAs(member, '/');
    expect(home.text).toMatch(
      /A session that meets what you still need A morning on conduct Tuesday 8 December 2026, 9.30am to 1pm .*Meets: The code of conduct, which is asked of you. Book a place/,
    );
    expect(home.body).toContain(`href="/bookings/new/${ids['conduct']}"`);
    expect(home.body).not.toContain('secret-room');
    await desk.postAs(member, `/bookings/new/${ids['conduct']}`, { seat: 'room' });
    expect(await text('/')).toMatch(/what you still need A morning on conduct .* You have a place Your booking/);
  });

  it('is for members, testers and officers, to whom it says what counts and not what they need', async () => {
    const statuses = await Promise.all(
      (['tester', 'officer', 'auditor', 'administrator', 'champion', undefined] as const).map(
        async (role) => (await desk.get(role, '/programme')).status,
      ),
    );
    expect(statuses).toEqual([200, 200, 403, 403, 403, 303]);
    const officer = (await desk.get('officer', '/programme')).text;
    expect(officer).toContain('Counts for: The code of conduct.');
    expect(officer).not.toContain('asked of you');
  });
});
