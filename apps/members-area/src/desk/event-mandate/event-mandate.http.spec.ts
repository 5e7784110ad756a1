import { Programme } from '@induct/events';
import { anEvent, aPlan } from '../../../../../test/support/given-programme';
import { Desk } from '../../../../../test/support/given-desk';

let desk: Desk;
let officer = '';
const PAGE = '/admin/programme/events/a-day-for-all/mandate';
const DAY = { 'due-day': '12', 'due-month': '1', 'due-year': '2027' };
const of = <T>(service: new (...given: never[]) => T): T => desk.app.get(service, { strict: false });

beforeAll(async () => {
  desk = await Desk.open();
  officer = await desk.who('officer');
  await desk.who('member');
  await desk.given.aPerson({ name: 'Oscar Second', roles: ['officer'] });
  for (const [title, mandatory] of [
    ['A day for all', true],
    ['As one likes', false],
    ['A day with cake 🎂', true],
  ] as const) {
    const eventId = await of(Programme).addEvent(anEvent(title, { mandatory }), officer);
    await of(Programme).addSession(aPlan(eventId), 'confirmed', officer);
  }
});
afterAll(() => desk?.close());

describe('a mandatory event', () => {
  it('is asked for from its own page, with its last day filled in', async () => {
    const event = await desk.get('officer', '/admin/programme/events/a-day-for-all');
    expect(event.text).toContain('no mandate asks for it');
    expect(event.body).toContain(`href="${PAGE}"`);
    const { text, body } = await desk.get('officer', PAGE);
    expect(text).toContain('Ask every member to come to “A day for all”');
    expect(body).toMatch(/name="due-day"[^>]*value="12"/);
    expect(body).toMatch(/value="event" checked/);
  });

  it('says what is wrong, and keeps what was typed', async () => {
    const past = await desk.post('officer', PAGE, { what: 'event', ...DAY, 'due-year': '2020', source: 'Part 5' });
    expect([past.status, past.text]).toEqual([400, expect.stringContaining('must not be past')]);
    expect(past.body).toContain('value="Part 5"');
    const unknown = await desk.post('officer', PAGE, { what: 'nothing-of-this-name', ...DAY });
    expect([unknown.status, unknown.text]).toEqual([400, expect.stringContaining('Choose what has to be met')]);
    for (const odd of [
      {},
      { what: ['event', 'event'], ...DAY },
      { what: { a: 'b' }, ...DAY },
      { what: 'x'.repeat(300), ...DAY },
    ])
      expect((await desk.post('officer', PAGE, odd as never)).status).toBe(400);
  });

  it('is not asked for as long as certificates cannot print its name', async () => {
    const cake = await desk.post('officer', '/admin/programme/events/a-day-with-cake/mandate', {
      what: 'event',
      ...DAY,
    });
    expect([cake.status, cake.text]).toEqual([
      400,
      expect.stringContaining(
        'Certificates cannot print 🎂 in the event’s name. Change the name of the event, then ask for it.',
      ),
    ]);
  });

  it('waits for a second person then, once, and its sessions say so', async () => {
    const { status, headers } = await desk.post('officer', PAGE, { what: 'event', ...DAY });
    expect([status, headers.location]).toEqual([303, '/admin/mandates?done=proposed']);
    expect((await desk.get('officer', '/admin/mandates')).text).toContain('A day for all');
    expect((await desk.get('officer', '/admin/programme/events/a-day-for-all')).text).toContain(
      'waits for a second person',
    );
    expect((await desk.get('officer', '/admin/places-needed')).text).toContain(
      'a mandate for it waits for a second person',
    );
    const again = await desk.post('officer', PAGE, { what: 'event', ...DAY });
    expect([again.status, again.text]).toEqual([409, expect.stringContaining('This is asked of them already')]);
  });

  it('is the only one that is asked for so', async () => {
    const other = '/admin/programme/events/as-one-likes/mandate';
    expect((await desk.get('officer', other)).status).toBe(409);
    expect((await desk.post('officer', other, { what: 'event', ...DAY })).status).toBe(409);
    expect((await desk.get('officer', '/admin/programme/events/nothing/mandate')).status).toBe(404);
  });

  it.each(['member', 'tester', 'champion', 'auditor', 'administrator'] as const)('is not for a %s', async (role) => {
    expect((await desk.get(role, PAGE)).status).toBe(403);
    expect((await desk.post(role, PAGE, { what: 'event', ...DAY })).status).toBe(403);
  });
});
