import { randomUUID } from 'node:crypto';
import { BookingChanged, Programme } from '@induct/events';
import { Announcements, Transactions } from '@induct/platform';
import ICAL from 'ical.js';
import { Desk } from '../../../../../test/support/given-desk';
import { anEvent } from '../../../../../test/support/given-programme';

let desk: Desk;
let member: string;
let booking: string;

beforeAll(async () => {
  desk = await Desk.open();
  member = await desk.who('member');
  booking = await aBooking();
});
afterAll(() => desk?.close());

const of = <T>(service: new (...given: never[]) => T): T => desk.app.get(service, { strict: false });

async function aBooking(): Promise<string> {
  const officer = await desk.who('officer');
  const eventId = await of(Programme).addEvent(anEvent('A morning on conduct'), officer);
  const parts = [{ on: '2026-12-08', from: '09:30', to: '13:00', topics: [] }];
  const plan = { eventId, place: 'The Guildhall', onlineUrl: null, districts: [], note: null, parts, pools: [] };
  const session = await of(Programme).addSession(plan, 'confirmed', officer);
  const id = randomUUID();
  await desk.database.source.query(
    `insert into booking (id, session_id, person_id, audience, seat, state, number, booked_at, booked_by)
     values ($1, $2, $3, 'member', 'room', 'booked', 1, now(), $3)`,
    [id, session, member],
  );
  const at = desk.clock.now();
  await of(Transactions).run((tx) => of(Announcements).announce(tx, new BookingChanged(id, session, 'booked', at)));
  return id;
}

const addressIn = (body: string): string =>
  /<strong>https?:\/\/[^/]+(\/calendar\/[\w-]{43}\.ics)<\/strong>/.exec(body)![1]!;
const fetched = async (url: string, headers: Record<string, string> = {}) => {
  const { statusCode, body, headers: answered } = await desk.app.inject({ method: 'GET', url, headers });
  return { status: statusCode, body, headers: answered };
};

describe('bookings in a calendar', () => {
  it('come by letter until somebody makes an address, which is shown once', async () => {
    const { text } = await desk.get('member', '/calendar');
    expect(text).toContain('You have none yet.');
    const refused = await desk.post('member', '/calendar', { way: 'feed' });
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('Make your private address first')]);
    expect((await desk.post('member', '/calendar', {})).text).toContain('Choose how your bookings come');
    const made = await desk.post('member', '/calendar/address', {});
    expect([made.status, addressIn(made.body)]).toEqual([200, expect.any(String)]);
    const again = await desk.get('member', '/calendar');
    expect(again.body).not.toContain('.ics');
    expect(again.text).toContain('One calendar with both shows each booking twice');
    expect((await desk.post('member', '/calendar', { way: 'feed' })).headers.location).toBe('/calendar?done=saved');
    const chosen = await desk.get('member', '/calendar?done=saved');
    expect(chosen.text).toContain('It is saved');
    expect(chosen.text).not.toContain('shows each booking twice');
  });

  it('are read without a sign-in, kept by nobody between, and not sent again while nothing changes', async () => {
    const url = addressIn((await desk.post('member', '/calendar/address', {})).body);
    const { status, headers, body } = await fetched(url);
    expect([status, headers['cache-control'], headers['content-type']]).toEqual([
      200,
      'private, no-cache',
      'text/calendar; charset=utf-8',
    ]);
    const [event, ...more] = ICAL.Component.fromString(body).getAllSubcomponents('vevent');
    expect([event!.getFirstPropertyValue('uid'), more]).toEqual([`${booking}-1@localhost:3000`, []]);
    for (const known of [headers.etag!, `W/${headers.etag}`, `"x", ${headers.etag}`]) {
      expect(await fetched(url, { 'if-none-match': known })).toMatchObject({ status: 304, body: '' });
    }
    expect((await fetched(url, { 'if-none-match': '"x"' })).status).toBe(200);
    await desk.post('member', '/calendar/address/revoke', {});
    expect((await desk.get('member', '/calendar?done=revoked')).text).toContain('the last one was revoked at');
    for (const gone of [url, '/calendar/x.ics', `/calendar/${'a'.repeat(43)}.ics`]) {
      expect((await fetched(gone)).status).toBe(404);
    }
  });

  it('are asked for as often as a calendar does, and not more', async () => {
    const url = addressIn((await desk.post('tester', '/calendar/address', {})).body);
    for (let times = 0; times < 30; times++) await fetched(url);
    const { status, headers } = await fetched(url);
    expect([status, headers['retry-after']]).toEqual([429, '2']);
  });

  it('are a file each, for who has them and nobody else', async () => {
    const own = await desk.get('member', `/calendar/bookings/${booking}.ics`);
    expect([own.status, own.headers['content-disposition']]).toEqual([200, 'attachment; filename="booking.ics"']);
    expect(own.body).toContain('SUMMARY:A morning on conduct');
    for (const id of [booking, randomUUID(), 'x']) {
      expect((await desk.get('tester', `/calendar/bookings/${id}.ics`)).status).toBe(404);
    }
  });

  it.each(['administrator', 'auditor'] as const)('are no business of an %s', async (role) => {
    expect((await desk.get(role, '/calendar')).status).toBe(403);
  });
});
