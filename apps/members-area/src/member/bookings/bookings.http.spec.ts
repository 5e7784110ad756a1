import { Bookings, FixedDates, Programme, ShownBookings } from '@induct/events';
import { aBookable, anEvent, aPlan, places } from '../../../../../test/support/given-programme';
import { Desk } from '../../../../../test/support/given-desk';

const LINK = 'https://meet.example/secret-room';

let desk: Desk;
let programme: Programme;
let bookings: Bookings;
let officer: string;
let [ann, bob, cat]: string[] = [];

beforeAll(async () => {
  desk = await Desk.open();
  programme = desk.app.get(Programme, { strict: false });
  bookings = desk.app.get(Bookings, { strict: false });
  officer = await desk.who('officer');
  [ann, bob, cat] = [await member('Ann Baker'), await member('Bob Cole'), await member('Cat Dean')];
});
afterAll(() => desk?.close());

const member = (name: string) => desk.given.aPerson({ name });
const press = (who: string, path: string, fields: Record<string, string> = {}) => desk.postAs(who, path, fields);
const text = async (who: string, path: string) => (await desk.getAs(who, path)).text;
/** @returns where it led */
const books = async (who: string, id: string, fields: Record<string, string> = { seen: 'place' }) => {
  const { status, headers } = await press(who, `/bookings/new/${id}`, fields);
  expect(status).toBe(303);
  return headers.location as string;
};

describe('booking', () => {
  it('takes two presses: look, and book; and the place is shown wherever the session is', async () => {
    expect(await text(ann!, '/bookings')).toContain('You have booked nothing yet');
    const { id } = await aBookable(programme, officer, { title: 'Reading faster', pools: [places(2)] });
    const event = await desk.getAs(ann, '/programme/reading-faster');
    expect(event.text).toContain('2 of 2 places left Book a place');
    expect(event.body).toContain(`href="/bookings/new/${id}"`);
    const look = await text(ann!, `/bookings/new/${id}`);
    expect(look).toContain('Tuesday 12 January 2027, 9.30am to 1pm Committee room 1 2 of 2 places left');
    const booked = await books(ann!, id);
    expect(await text(ann!, booked)).toContain('You have a place. We have sent you an email.');
    expect(await books(ann!, id)).toBe(booked);
    expect((await desk.getAs(ann, `/bookings/new/${id}`)).status).toBe(303);
    for (const page of ['/programme', '/programme/reading-faster', '/bookings'])
      expect(await text(ann!, page)).toContain('You have a place');
    expect(await text(bob!, '/programme')).toContain('1 of 2 places left');
  });

  it('says once that it is booked, to the browser that booked; to whoever opens that address, how it stands', async () => {
    const { id } = await aBookable(programme, officer, { title: 'Once' });
    const signedIn = `induct=${await desk.signIn(ann!)}`;
    const send = (method: 'GET' | 'POST', url: string, cookie: string) =>
      desk.app.inject({ method, url, headers: { cookie, accept: 'text/html', origin: desk.config.SITE_ORIGIN } });
    const { headers, cookies } = await send('POST', `/bookings/new/${id}`, signedIn);
    const address = headers.location as string;
    const { value, maxAge } = cookies.find(({ name }) => name === 'induct-done')!;
    expect(maxAge).toBe(60);
    const told = async (cookie: string) =>
      (await send('GET', address, cookie)).body.includes('We have sent you an email');
    expect(await told(signedIn)).toBe(false);
    expect(await told(`${signedIn}; induct-done=${value.replace(/^./, '!')}`)).toBe(false);
    const shown = await send('GET', address, `${signedIn}; induct-done=${value}`);
    expect(shown.body).toContain('We have sent you an email');
    expect(shown.cookies).toContainEqual(expect.objectContaining({ name: 'induct-done', value: '', maxAge: 0 }));
    const elsewhere = await send('GET', '/calendar?done=saved', `${signedIn}; induct-done=${value}`);
    expect(elsewhere.body).not.toContain('govuk-notification-banner');
    expect((await send('GET', '/calendar?done=saved', signedIn)).statusCode).toBe(200);
  });

  it('says when it was full meanwhile, who comes when, and gives the place on', async () => {
    const { id } = await aBookable(programme, officer, { title: 'Scrutiny', pools: [places(1)] });
    const a = await books(ann!, id);
    expect(await text(bob!, await books(bob!, id))).toContain(
      'Full meanwhile: the last place went at 14:32. You are 1st.',
    );
    expect(await text(cat!, '/programme/scrutiny')).toContain(
      'Full: you would be 2nd on the waiting list Join the waiting list',
    );
    const c = await books(cat!, id, { seen: 'list' });
    expect(await text(cat!, c)).toContain('You are 2nd on the waiting list.');
    const cancel = `${a.split('?')[0]}/cancel`;
    expect(await text(ann!, cancel)).toContain('Your place goes to whoever waits longest.');
    const gone = await press(ann!, cancel);
    expect(await text(ann!, gone.headers.location as string)).toContain('Your booking is cancelled.');
    expect(await text(bob!, '/programme/scrutiny')).toContain('You have a place');
    expect(await text(cat!, '/bookings')).toContain('1st on the waiting list');
    expect(await text(ann!, '/bookings?show=cancelled')).toContain('You cancelled it on 22 November 2026');
  });

  it('says what else is on then, and that there is another date', async () => {
    const { id, eventId } = await aBookable(programme, officer, { title: 'Chairing', pools: [places(1)] });
    const on = { parts: [{ on: '2027-01-19', from: '18:00', to: '20:00', topics: [] }] };
    const other = await aBookable(programme, officer, { eventId, pools: [places(1)], ...on });
    await desk.app
      .get(FixedDates, { strict: false })
      .add({ on: '2027-01-12', kind: 'meeting', title: 'Full council' }, officer);
    const page = await text(ann!, `/bookings/new/${id}`);
    expect(page).toContain(
      'On 12 January 2027 you have a place at Once at the same time. On 12 January 2027 you have a place at ' +
        'Reading faster at the same time. Full council is on 12 January 2027.',
    );
    expect(page).toContain('Other dates Tuesday 19 January 2027, 6pm to 8pm : 1 of 1 place left');
    const booked = (await books(ann!, id)).split('?')[0]!;
    expect(await text(ann!, `${booked}/move`)).toContain('You keep the place you have until you have the other one.');
    await books(bob!, other.id);
    // What is full is no choice, and one may wait for it.
    const none = await desk.getAs(ann!, `${booked}/move`);
    expect(none.text).toContain(
      'There is no other date with a free place now. These dates are full. You can wait for a place on one of them, and keep the place you have: Tuesday 19 January 2027, 6pm to 8pm',
    );
    expect([none.body.includes('name="to"'), none.body.includes(`href="/bookings/new/${other.id}"`)]).toEqual([
      false,
      true,
    ]);
    expect((await press(ann!, `${booked}/move`)).text).toContain('There is a problem Choose a date');
    const full = await press(ann!, `${booked}/move`, { to: other.id });
    expect([full.status, full.text]).toEqual([
      400,
      expect.stringContaining('That date has no free place: you keep the place you have'),
    ]);
    const [theirs] = (
      await desk.app.get(ShownBookings, { strict: false }).ofPerson(bob!, { show: 'coming', page: 1, per: 50 })
    ).rows.filter((one) => one.sessionId === other.id);
    await bookings.cancel({ bookingId: theirs!.id, by: bob!, as: 'self' });
    const another = await aBookable(programme, officer, { title: 'Another event' });
    const elsewhere = await press(ann!, `${booked}/move`, { to: another.id });
    expect([elsewhere.status, elsewhere.text]).toEqual([400, expect.stringContaining('Choose another date')]);
    const moved = await press(ann!, `${booked}/move`, { to: other.id });
    expect(await text(ann!, moved.headers.location as string)).toContain('You have changed to this date.');
  });

  it('offers no second talk, which would be refused, but the way to this time', async () => {
    const eventId = await programme.addEvent(anEvent('A talk', { kind: 'one-to-one' }), officer);
    const at = (from: string, to: string) => ({
      eventId,
      pools: [places(1)],
      parts: [{ on: '2027-01-05', from, to, topics: [] }],
    });
    const one = await aBookable(programme, officer, at('09:30', '09:50'));
    const other = await aBookable(programme, officer, at('09:50', '10:10'));
    const form = `action="/bookings/new/${other.id}"`;
    expect((await desk.getAs(ann, `/bookings/new/${other.id}`)).body).toContain(form);
    const booked = (await books(ann!, one.id)).split('?')[0]!;
    const page = await desk.getAs(ann, `/bookings/new/${other.id}`);
    expect(page.text).toContain('You have another of these talks Tuesday 5 January 2027, 9.30am to 9.50am');
    expect(page.body).toContain(`href="${booked}/move"`);
    expect(page.body).not.toContain(form);
    expect((await desk.getAs(bob, `/bookings/new/${other.id}`)).body).toContain(form);
  });

  it('lets one choose the room or online, and shows the link to those who have a place', async () => {
    const { id } = await aBookable(programme, officer, { title: 'Hybrid', pools: [places(1)], onlineUrl: LINK });
    const page = await desk.getAs(ann, `/bookings/new/${id}`);
    expect(page.text).toContain('Do you come, or join online?');
    expect(page.text).toContain('1 of 1 place left in the room Places for everybody online');
    const wrong = await press(ann!, `/bookings/new/${id}`, { seat: 'roof' });
    expect([wrong.status, wrong.text]).toEqual([
      400,
      expect.stringContaining('Choose whether you come or join online'),
    ]);
    const own = await books(ann!, id, { seat: 'online' });
    expect(await text(ann!, own)).toContain(LINK);
    for (const never of ['/programme', '/programme/hybrid', `/bookings/new/${id}`])
      expect(await text(bob!, never)).not.toContain(LINK);
    expect(await text(bob!, await books(bob!, id, { seat: 'room' }))).not.toContain(LINK);
  });

  it('lets one join online instead, or come to the room while there is a place', async () => {
    const { id } = await aBookable(programme, officer, { title: 'Either', pools: [places(1)], onlineUrl: LINK });
    const a = await books(ann!, id, { seat: 'room' });
    expect(await text(ann!, a)).toContain('Join online instead');
    const b = await books(bob!, id, { seat: 'online' });
    expect(await text(bob!, b)).not.toContain('instead');
    const full = await books(bob!, id, { seat: 'room', seen: 'place' });
    expect(await text(bob!, full)).toContain('That is full meanwhile. You keep the place you have.');
    const online = await books(ann!, id, { seat: 'online', seen: 'place' });
    expect(online).toBe(a);
    expect(await text(ann!, online)).toMatch(/You have a place\. We have sent you an email\..*Online: https/);
    expect(await text(bob!, b)).toContain('Come to the room instead');
  });

  it('shortly before gives a free place to whoever presses first', async () => {
    const { id } = await aBookable(programme, officer, {
      title: 'Soon',
      pools: [places(1)],
      parts: [{ on: '2026-11-24', from: '09:30', to: '13:00', topics: [] }],
    });
    const a = (await books(ann!, id)).split('?')[0]!;
    const b = await books(bob!, id);
    await press(ann!, `${a}/cancel`);
    const waits = await desk.getAs(bob, b);
    expect(waits.text).toContain('A place is free. Whoever presses first has it.');
    expect(await text(bob!, await books(bob!, id, { seat: 'room', seen: 'place' }))).toContain('You have a place.');
  });

  it('tells of a date when there is none yet, and no more when one does not want to know', async () => {
    const eventId = await programme.addEvent(anEvent('Treasury'), officer);
    await programme.addSession(aPlan(eventId, { parts: [] }), 'provisional', officer);
    const event = '/programme/treasury';
    expect(await text(ann!, event)).toContain('Tell me when there is a date');
    for (const _ of [1, 2])
      expect((await press(ann!, `${event}/interest`, { tell: 'yes' })).headers.location).toBe(event);
    expect(await text(ann!, event)).toContain('We tell you by email as soon as there is a date. Do not tell me');
    await press(ann!, `${event}/interest`, { tell: 'no' });
    expect(await text(ann!, event)).toContain('Tell me when there is a date');
    expect((await press(ann!, '/programme/nothing/interest', { tell: 'yes' })).status).toBe(404);
  });

  it('is refused of what cannot be booked, in words, and of what is for planners not known', async () => {
    const eventId = await programme.addEvent(anEvent('Planned'), officer);
    const add = (state: 'provisional' | 'idea') => programme.addSession(aPlan(eventId), state, officer);
    const refused = await desk.getAs(ann, `/bookings/new/${await add('provisional')}`);
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('This session cannot be booked')]);
    for (const id of [await add('idea'), 'nothing', ann!])
      expect((await desk.getAs(ann, `/bookings/new/${id}`)).status).toBe(404);
    const { id } = await aBookable(programme, officer, { title: 'For officers', pools: [places(3, 'officer')] });
    expect(await text(ann!, '/programme/for-officers')).toContain('Its places are for others');
    expect((await press(ann!, `/bookings/new/${id}`)).text).toContain('This session has no places for you');
  });
});

describe('somebody’s bookings', () => {
  it('are theirs: another’s is not there, whatever is done with it', async () => {
    const { id } = await aBookable(programme, officer, { title: 'Private' });
    const own = (await books(ann!, id)).split('?')[0]!;
    for (const path of [own, `${own}/cancel`, `${own}/move`])
      expect([path, (await desk.getAs(bob, path)).status]).toEqual([path, 404]);
    expect((await press(bob!, `${own}/cancel`)).status).toBe(404);
    expect((await press(bob!, `${own}/move`, { to: id })).status).toBe(404);
    expect(await text(ann!, own)).toContain('You have a place');
  });

  it('come as a file, whole', async () => {
    const { headers, body } = await desk.getAs(ann, '/bookings.json');
    expect(headers['content-disposition']).toBe('attachment; filename="bookings-2026-11-22.json"');
    expect((JSON.parse(body) as { rows: unknown[] }).rows).toContainEqual(
      expect.objectContaining({ event: 'Hybrid', state: 'Booked', seat: 'Online', begins: '2027-01-12T09:30:00.000Z' }),
    );
    expect((await desk.getAs(ann, '/bookings.csv?show=cancelled')).body).toContain('Scrutiny');
  });

  it('are of the past once they are over', async () => {
    desk.clock.set('2027-02-01T10:00:00Z');
    expect(await text(ann!, '/bookings')).toContain('You have booked nothing yet');
    const past = await text(ann!, '/bookings?show=past');
    expect(past).toContain('You had a place');
    desk.clock.set('2026-11-22T14:32:00Z');
  });

  it('are twenty a minute at most', async () => {
    const { id } = await aBookable(programme, officer, { title: 'Again and again' });
    const dan = await member('Dan');
    for (let nth = 0; nth < 20; nth++) await books(dan, id);
    const { status, text: words } = await press(dan, `/bookings/new/${id}`);
    expect([status, words]).toEqual([429, expect.stringContaining('Too many bookings in a short time')]);
  });

  it.each(['auditor', 'champion', 'administrator'] as const)('are none of a %s', async (role) => {
    expect((await desk.get(role, '/bookings')).status).toBe(403);
    expect((await desk.get(role, '/bookings.json')).status).toBe(403);
  });
});
