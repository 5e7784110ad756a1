import { Bookings, Programme } from '@induct/events';
import { anEvent, aPlan } from '../../../../../test/support/given-programme';
import { Desk } from '../../../../../test/support/given-desk';

const PAGE = '/admin/programme/one-to-one';
const SENT = {
  title: 'Your first months',
  about: 'What you want to learn.',
  hosts: 'Helen Stroud\r\nThe monitoring officer\r\nHelen Stroud',
  'on-day': '27',
  'on-month': '1',
  'on-year': '2027',
  hours: '9.30am to 12.00',
  minutes: '20',
  breaks: '10.30am to 10.45am',
  place: 'Room 3',
};

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
  for (let nth = 0; nth < 14; nth++) await desk.given.aPerson({ name: `Member ${nth}` });
});
afterAll(() => desk?.close());

const shownIn = (body: string) => /name="shown" value="([^"]+)"/.exec(body)?.[1];
const events = () => desk.app.get(Programme, { strict: false }).events();

describe('a one-to-one day', () => {
  it('is asked for in a form that keeps what was typed', async () => {
    const wrong = await desk.post('officer', PAGE, { ...SENT, hours: '9.30am', hosts: '', breaks: 'at noon' });
    expect(wrong.status).toBe(400);
    for (const says of ['Enter one beginning and one end', 'Enter whom members talk with', '“at noon” is no time'])
      expect(wrong.text).toContain(says);
    expect(wrong.body).toContain('value="Your first months"');
    expect((await desk.post('officer', PAGE, { ...SENT, hours: '9.30am to 9.40am' })).text).toContain(
      'There is no room for a talk',
    );
    const twice = { ...SENT, 'on-day': '31', 'on-month': '10', hours: '1.00 to 2.00', breaks: '' };
    const shown = shownIn((await desk.post('officer', PAGE, twice)).body)!;
    expect((await desk.post('officer', PAGE, { ...twice, shown })).status).toBe(400);
    expect(await events()).toEqual([]);
  });

  it('shows its talks first, and how many members have none', async () => {
    const { status, text, body } = await desk.post('officer', PAGE, SENT);
    expect(status).toBe(200);
    expect(text).toContain('12 talks on 27 January 2027');
    expect(text).toMatch(/There are 1[45] members: [23] of them can have none on that day/);
    expect(text).toContain('10.45am to 11.05am');
    expect(shownIn(body)).toBeDefined();
    expect(await events()).toEqual([]);
  });

  it('plans what was shown, and shows again what was changed meanwhile', async () => {
    const shown = shownIn((await desk.post('officer', PAGE, SENT)).body)!;
    const changed = await desk.post('officer', PAGE, { ...SENT, shown, minutes: '30' });
    expect([changed.status, changed.text.includes('8 talks on 27 January 2027')]).toEqual([200, true]);
    expect((await desk.post('officer', PAGE, { ...SENT, shown, again: 'yes' })).status).toBe(200);
    expect(await events()).toEqual([]);
    const { headers } = await desk.post('officer', PAGE, { ...SENT, shown });
    expect(headers.location).toBe('/admin/programme/events/your-first-months-helen-stroud?done=added');
    const { sessions, event } = await desk.app
      .get(Programme, { strict: false })
      .event('your-first-months-helen-stroud');
    expect(event).toMatchObject({ kind: 'one-to-one', facilitator: 'Helen Stroud', series: 'Your first months' });
    expect(sessions.map(({ state, pools, parts }) => [state, pools[0]!.places, parts[0]!.from])).toEqual(
      ['09:30', '09:50', '10:10', '10:45', '11:05', '11:25'].map((from) => ['confirmed', 1, from]),
    );
    expect(await events()).toHaveLength(2);
  });

  it('is one line for members and for the desk, and offers nobody a second talk', async () => {
    const member = await desk.given.aPerson({ name: 'Maud Price' });
    const read = async (path: string) => (await desk.getAs(member, path)).text;
    const list = await read('/programme');
    expect(list.match(/Your first months: Helen Stroud/g)).toHaveLength(2);
    expect(list).toContain(
      'Wednesday 27 January 2027, 9.30am to 11.45am Room 3 What you want to learn. 6 of 6 talks free Choose a time',
    );
    const { sessions } = await desk.app.get(Programme, { strict: false }).event('your-first-months-helen-stroud');
    const bookings = desk.app.get(Bookings, { strict: false });
    const other = await desk.given.aPerson({ name: 'Nell Price' });
    await bookings.book({ sessionId: sessions[2]!.id, personId: other, seat: 'room', by: other });
    const before = await read('/programme/your-first-months-helen-stroud');
    expect([before.match(/ Book :/g)?.length, before.match(/Taken/g)?.length]).toEqual([5, 1]);
    await bookings.book({ sessionId: sessions[1]!.id, personId: member, seat: 'room', by: member });
    const after = await read('/programme/your-first-months-helen-stroud');
    expect(after).toContain('9.50am to 10.10am You have a place Your booking');
    expect(after).toContain('Change it to another time');
    expect(after).not.toMatch(/ Book :/);
    expect(await read('/programme')).toContain(
      '27 January 2027, 9.50am to 10.10am Room 3 What you want to learn. You have a place',
    );
    const year = await desk.get('officer', '/admin/programme');
    expect(year.text.match(/Your first months: Helen Stroud/g)).toHaveLength(1);
    expect(year.text).toContain('One-to-one, 6 talks');
    expect(year.text).toContain('2 of 6 taken');
    expect(year.text).toContain('2 sessions: 2 confirmed.');
    expect(year.body).toContain('href="/admin/programme/events/your-first-months-helen-stroud"');
    expect(
      (await desk.get('officer', '/admin/programme.csv')).body.match(/^Your first months: Helen Stroud/gm),
    ).toHaveLength(6);
  });

  it('is planned once, however often it is sent, and a host has other hours besides', async () => {
    const shown = shownIn((await desk.post('officer', PAGE, SENT)).body)!;
    const again = await Promise.all([1, 2].map(() => desk.post('officer', PAGE, { ...SENT, shown })));
    for (const { status, text } of again)
      expect([status, text]).toEqual([
        400,
        expect.stringContaining('Helen Stroud has talks at that time on 27 January 2027 already. Choose other hours'),
      ]);
    expect(await events()).toHaveLength(2);
    // In the break, and after the last.
    for (const hours of ['10.30am to 10.45am', '11.45am to 12.00']) {
      const more = { ...SENT, title: `At ${hours}`, hosts: 'Helen Stroud', hours, minutes: '15', breaks: '' };
      const seen = shownIn((await desk.post('officer', PAGE, more)).body)!;
      expect((await desk.post('officer', PAGE, { ...more, shown: seen })).status).toBe(303);
    }
  });

  it('is planned from a session that keeps the day, as an imported programme has it', async () => {
    const programme = desk.app.get(Programme, { strict: false });
    const officer = await desk.who('officer');
    const eventId = await programme.addEvent(anEvent('One to one on your equipment', { kind: 'one-to-one' }), officer);
    const parts = [{ on: '2027-06-29', from: '09:30', to: '16:00', topics: [] }];
    const id = await programme.addSession(
      aPlan(eventId, { place: 'Room 4', parts, pools: [] }),
      'provisional',
      officer,
    );
    const page = await desk.get('officer', `/admin/programme/sessions/${id}`);
    expect(page.text).toContain('everybody could book the same one. Plan its talks');
    const form = await desk.get('officer', `${PAGE}?of=${id}`);
    for (const known of ['One to one on your equipment', '09:30 to 16:00', 'Room 4', '29', '2027'])
      expect(form.body).toContain(`value="${known}"`);
    for (const [of, status] of [
      ['nonsense', 200],
      ['0195c0de-0000-7000-8000-000000000001', 404],
    ] as const)
      expect((await desk.get('officer', `${PAGE}?of=${of}`)).status).toBe(status);
  });

  it.each(['member', 'tester', 'champion', 'auditor', 'administrator'] as const)('is not for a %s', async (role) => {
    expect((await desk.get(role, PAGE)).status).toBe(403);
    expect((await desk.post(role, PAGE, SENT)).status).toBe(403);
  });
});
