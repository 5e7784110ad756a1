import { Bookings, Programme, ShownBookings } from '@induct/events';
import { Desk } from '../../../../../test/support/given-desk';
import { aBookable, aPlan, places } from '../../../../../test/support/given-programme';

let desk: Desk;
let programme: Programme;
let [officer, ann] = ['', ''];
const of = <T>(service: new (...given: never[]) => T): T => desk.app.get(service, { strict: false });

beforeAll(async () => {
  desk = await Desk.open();
  desk.clock.set('2026-11-22T09:10:00Z');
  programme = of(Programme);
  officer = await desk.who('officer');
  ann = await desk.given.aPerson({ name: 'Ann Baker' });
});
afterAll(() => desk?.close());

describe('the people of a session', () => {
  let [full, other, sameDay, people, cat, dan] = ['', '', '', '', '', ''];
  beforeAll(async () => {
    const parts = (on: string, topics: string[]) => [{ on, from: '09:30', to: '12:30', topics }];
    const chamber = { place: 'The chamber', parts: parts('2026-12-08', ['conduct']) };
    const title = 'Speaking in the chamber';
    const { id, eventId } = await aBookable(programme, officer, { ...chamber, title, pools: [places(1, 'member')] });
    full = id;
    const later = { ...chamber, parts: parts('2026-12-09', []) };
    other = await programme.addSession(aPlan(eventId, later), 'confirmed', officer);
    ({ id: sameDay } = await aBookable(programme, officer, { ...chamber, title: 'A day on conduct' }));
    people = `/admin/programme/sessions/${full}/people`;
    cat = await desk.given.aPerson({ name: 'Cat Dunn' });
    dan = await desk.given.aPerson({ name: 'Dan Ellis' });
  });
  const bookingOf = async (personId: string, sessionId = full) =>
    (await of(ShownBookings).ofSession(sessionId)).find(
      (one) => one.personId === personId && one.state !== 'cancelled',
    )!;
  const letters = () => desk.database.source.query<{ id: string }[]>('select id from letter_standing');

  it('are nobody at first', async () => {
    const { text } = await desk.get('officer', people);
    expect(text).toContain('Nobody has a place yet.');
    expect(text).toContain('Members, in the room: 0 of 1 taken');
    expect((await desk.get('officer', `${people}?show=waiting`)).text).toContain('Nobody waits for a place.');
  });

  it('are booked for by name: first one sees which letters go, and nothing has happened', async () => {
    expect((await desk.post('officer', `${people}/book`, { who: '' })).status).toBe(400);
    expect((await desk.post('officer', `${people}/book`, { who: 'Nobody Here' })).text).toContain(
      'Nobody of that name',
    );
    const before = await letters();
    const check = await desk.post('officer', `${people}/book`, { who: 'Cat Dunn' });
    expect(check.text).toMatch(
      /Check before you book .*They get a place\. Letters that go when the hours for them begin .*To \S+@northmoor\.example: .*chamber/,
    );
    expect([await of(ShownBookings).ofSession(full), (await letters()).length]).toEqual([[], before.length]);
    desk.clock.set('2026-11-23T09:10:00Z');
    expect((await desk.post('officer', `${people}/book`, { who: 'Cat Dunn' })).text).toContain(
      'Letters that go at once',
    );
    const { status, headers } = await desk.post('officer', `${people}/book`, {
      who: 'Cat Dunn',
      person: cat,
      checked: 'yes',
    });
    expect([status, headers['location']]).toEqual([303, `${people}?done=booked`]);
    expect(await letters()).toHaveLength(before.length + 1);
    expect((await desk.audited()).at(-1)).toMatchObject({ action: 'booking.made', actor: officer, subject: full });
    const again = await desk.post('officer', `${people}/book`, { who: 'Cat Dunn' });
    expect([again.status, again.text]).toEqual([400, expect.stringContaining('They have a place already')]);
  });

  it('wait when there is no place left, and one is told so', async () => {
    const check = await desk.post('officer', `${people}/book`, { who: 'Dan Ellis' });
    expect(check.text).toContain('There is no place left for them now: they wait, as number 1 in the list.');
    await desk.post('officer', `${people}/book`, { who: 'Dan Ellis', person: dan, checked: 'yes' });
    expect((await desk.get('officer', `${people}?show=waiting`)).text).toMatch(
      /Dan Ellis .*Member Green Valleys In the room 1 /,
    );
    const csv = await desk.get('officer', `${people}.csv?show=waiting`);
    expect(csv.body).toContain(`Dan Ellis,${dan}@northmoor.example`);
    expect((await desk.audited()).at(-1)).toMatchObject({ action: 'bookings.exported', subject: full });
  });

  it('are refused another date that is full, and go to one that is not', async () => {
    const { id } = await bookingOf(cat);
    const page = await desk.get('officer', `${people}/${id}/move`);
    expect(page.text).toContain('Wednesday 9 December 2026');
    expect((await desk.post('officer', `${people}/${id}/move`, {})).text).toContain('Choose another date');
    const check = await desk.post('officer', `${people}/${id}/move`, { to: other });
    expect(check.text).toMatch(/Check before you book another date .*Wednesday 9 December 2026: they have a place\. /);
    expect(check.text).toMatch(new RegExp(`To ${dan}@northmoor`));
    expect((await bookingOf(cat)).id).toBe(id);
    const clashing = await desk.post('officer', `/admin/programme/sessions/${sameDay}/people/book`, {
      who: 'Cat Dunn',
    });
    expect(clashing.text).toMatch(/They have something else on At the same time on 8 December 2026: Speaking/);
    const back = await desk.post('officer', `${people}/${id}/move`, { to: other, checked: 'yes' });
    expect(back.headers['location']).toBe(`${people}?done=moved`);
    expect([(await bookingOf(cat, other)).state, (await bookingOf(dan)).state]).toEqual(['booked', 'booked']);
    const taken = await desk.post(
      'officer',
      `/admin/programme/sessions/${other}/people/${(await bookingOf(cat, other)).id}/move`,
      { to: full },
    );
    expect([taken.status, taken.text]).toEqual([400, expect.stringContaining('That date has no free place')]);
  });

  it('are cancelled for, and more places fill the list; fewer than are taken are refused', async () => {
    await of(Bookings).book({ sessionId: full, personId: ann, by: ann });
    const { id } = await bookingOf(dan);
    expect((await desk.get('officer', `${people}/${id}`)).text).toMatch(/Dan Ellis .*They have a place/);
    const ask = await desk.get('officer', `${people}/${id}/cancel`);
    expect(ask.text).toMatch(new RegExp(`Their place is free from then on, .*To ${dan}@northmoor`));
    expect((await bookingOf(dan)).state).toBe('booked');
    const { revision, eventId } = await programme.session(full);
    const edit = {
      event: eventId!,
      parts: '1',
      'on1-day': '8',
      'on1-month': '12',
      'on1-year': '2026',
      from1: '9.30am',
      to1: '12.30pm',
      place: 'The chamber',
    };
    const sends = (many: string, seen: number, pressed: Record<string, string> = {}) =>
      desk.post('officer', `/admin/programme/sessions/${full}/edit`, {
        ...edit,
        revision: `${seen}`,
        'places-room-member': many,
        ...pressed,
      });
    const look = await sends('2', revision);
    expect([look.status, look.text]).toEqual([
      200,
      expect.stringMatching(
        new RegExp(`1 letter goes because of it. Nothing is changed yet.*To ${ann}@northmoor.*A place is yours`),
      ),
    ]);
    expect(look.body).toContain('<input type="hidden" name="places-room-member" value="2">');
    expect((await bookingOf(ann)).state).toBe('waiting');
    expect((await sends('2', revision, { back: 'yes' })).body).toMatch(/name="places-room-member"[^>]* value="2"/);
    expect((await sends('2', revision, { checked: 'yes' })).status).toBe(303);
    expect((await bookingOf(ann)).state).toBe('booked');
    const fewer = await sends('1', revision + 1);
    expect([fewer.status, fewer.text]).toEqual([400, expect.stringContaining('More places are taken than that')]);
    expect((await desk.post('officer', `${people}/${id}/cancel`, {})).headers['location']).toBe(
      `${people}?done=cancelled`,
    );
    expect((await desk.audited()).at(-1)).toMatchObject({ action: 'booking.cancelled', actor: officer, subject: full });
    expect((await desk.get('officer', `${people}?show=cancelled`)).text).toMatch(/Dan Ellis .*By an officer/);
    expect((await desk.get('officer', `${people}/${id}`)).status).toBe(404);
    expect(
      (await desk.get('officer', `/admin/programme/sessions/${sameDay}/people/${(await bookingOf(ann)).id}`)).status,
    ).toBe(404);
  });

  it('are counted before their session is cancelled or postponed: so many letters go', async () => {
    for (const act of ['cancel', 'postpone'])
      expect((await desk.get('officer', `/admin/programme/sessions/${full}/${act}`)).text).toContain(
        'Letters that go: 1, to 1 person with a place and no people who wait.',
      );
  });

  it.each(['member', 'tester', 'champion', 'auditor', 'administrator'] as const)('are not for a %s', async (role) => {
    const { id } = await bookingOf(ann);
    for (const path of ['', '.csv', '.json', '/book', `/${id}`, `/${id}/cancel`, `/${id}/move`])
      expect([path, (await desk.get(role, people + path)).status]).toEqual([path, 403]);
    for (const path of ['/book', `/${id}/cancel`, `/${id}/move`])
      expect([path, (await desk.post(role, people + path, { who: 'Ann Baker' })).status]).toEqual([path, 403]);
  });
});
