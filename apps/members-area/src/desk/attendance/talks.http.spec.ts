import { randomUUID } from 'node:crypto';
import { Bookings, Programme } from '@induct/events';
import { Desk } from '../../../../../test/support/given-desk';
import { aBookable, anEvent, places } from '../../../../../test/support/given-programme';

let desk: Desk;
let [page, officer, ann, bob] = ['', '', '', ''];
const talks: string[] = [];
const of = <T>(service: new (...given: never[]) => T): T => desk.app.get(service, { strict: false });
const sessions = async () => (await of(Programme).event('one-to-one')).sessions;
const tick = (at: number, personId: string, value: string, seen = '') => ({
  [`tick.${talks[at]}.${personId}`]: value,
  [`seen.${talks[at]}.${personId}`]: seen,
});

beforeAll(async () => {
  desk = await Desk.open();
  desk.clock.set('2026-11-20T09:00:00Z');
  officer = await desk.who('officer');
  ann = await desk.given.aPerson({ name: 'Ann Baker' });
  bob = await desk.given.aPerson({ name: 'Bob Cole' });
  const eventId = await of(Programme).addEvent(anEvent('One to one', { kind: 'one-to-one' }), officer);
  for (const [from, to] of [
    ['09:00', '09:20'],
    ['09:20', '09:40'],
    ['09:40', '10:00'],
  ] as const) {
    const parts = [{ on: '2026-11-23', from, to, topics: [] }];
    talks.push((await aBookable(of(Programme), officer, { eventId, parts, pools: [places(1, 'member')] })).id);
  }
  for (const [at, personId] of [ann, bob].entries())
    await of(Bookings).book({ sessionId: talks[at]!, personId, seat: 'room', by: personId });
  page = '/admin/programme/events/one-to-one/talks/2026-11-23';
});
afterAll(() => desk?.close());

it.each(['member', 'tester', 'champion', 'auditor', 'administrator'] as const)('is not for a %s', async (role) => {
  expect((await desk.get(role, page)).status).toBe(403);
  expect((await desk.post(role, page, { act: 'took-place' })).status).toBe(403);
});

it('is of days that have talks', async () => {
  await of(Programme).addEvent(anEvent('A lecture'), officer);
  for (const path of [
    'one-to-one/talks/2026-11-24',
    'one-to-one/talks/soon',
    'a-lecture/talks/2026-11-23',
    'none/talks/2026-11-23',
  ])
    expect([path, (await desk.get('officer', `/admin/programme/events/${path}`)).status]).toEqual([path, 404]);
});

it('writes down nobody as there before the day, and leaves the talks as they are', async () => {
  const { headers } = await desk.post('officer', page, {
    act: 'took-place',
    ...tick(0, ann, 'present'),
    ...tick(1, bob, 'apologies'),
  });
  expect(headers['location']).toBe(`${page}?saved=1&left=1&took=0`);
  expect((await desk.get('officer', `${page}?saved=1&left=1&took=0`)).text).toContain('1 tick was left out');
  expect((await sessions()).map(({ state }) => state)).toEqual(['confirmed', 'confirmed', 'confirmed']);
});

it('ticks all of a day at once, and says that its talks took place', async () => {
  desk.clock.set('2026-11-23T12:00:00Z');
  const { text, body } = await desk.get('officer', page);
  expect(text).toContain('Monday 23 November 2026: 3 talks, 2 of them taken. Nobody has the other one.');
  expect(text).toContain('3 talks are over, and nobody has said that they took place.');
  expect(body).toMatch(new RegExp(`tick\\.${talks[1]}\\.${bob}" value="apologies" checked`));
  const event = await desk.get('officer', '/admin/programme/events/one-to-one');
  expect(event.body).toContain(`href="${page}"`);
  // Of somebody else's session, and of what another has ticked meanwhile, nothing is written down.
  const { headers } = await desk.post('officer', page, {
    act: 'took-place',
    ...tick(0, ann, 'present'),
    ...tick(1, bob, 'absent'),
    [`tick.${randomUUID()}.${ann}`]: 'present',
    'tick.x.y': 'present',
  });
  expect(headers['location']).toBe(`${page}?saved=1&left=1&took=3`);
  expect((await sessions()).map(({ state }) => state)).toEqual(['delivered', 'delivered', 'delivered']);
  const after = await desk.get('officer', `${page}?saved=1&left=1&took=3`);
  expect(after.text).toContain('1 tick is written down. It is on record that 3 talks took place.');
  expect(after.body).toMatch(new RegExp(`tick\\.${talks[0]}\\.${ann}" value="present" checked`));
  expect(after.body).not.toContain('took-place');
});
