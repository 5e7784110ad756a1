import { randomUUID } from 'node:crypto';
import { Bookings, Programme } from '@induct/events';
import { Desk } from '../../../../../test/support/given-desk';
import { aBookable, anEvent } from '../../../../../test/support/given-programme';
import { tablesWith } from '../../../../../test/support/tables-with';

let desk: Desk;
let [session, base, officer, ann, bob] = ['', '', '', '', ''];
const of = <T>(service: new (...given: never[]) => T): T => desk.app.get(service, { strict: false });

beforeAll(async () => {
  desk = await Desk.open();
  desk.clock.set('2026-11-22T09:10:00Z');
  officer = await desk.who('officer');
  ann = await desk.given.aPerson({ name: 'Ann Baker' });
  bob = await desk.given.aPerson({ name: 'Bob Cole' });
  const parts = [{ on: '2026-12-08', from: '09:30', to: '12:30', topics: ['conduct'] }];
  ({ id: session } = await aBookable(of(Programme), officer, { title: 'A day on conduct', parts }));
  base = `/admin/programme/sessions/${session}`;
  for (const personId of [ann, bob]) await of(Bookings).book({ sessionId: session, personId, by: personId });
});
afterAll(() => desk?.close());

const PAGES = ['needs', 'needs/kitchen'];

it.each(['member', 'tester', 'champion', 'auditor', 'administrator'] as const)('is not for a %s', async (role) => {
  for (const path of PAGES) expect([path, (await desk.get(role, `${base}/${path}`)).status]).toEqual([path, 403]);
});

it('is of sessions that there are', async () => {
  for (const id of [randomUUID(), 'nonsense'])
    for (const path of PAGES)
      expect((await desk.get('officer', `/admin/programme/sessions/${id}/${path}`)).status).toBe(404);
});

describe('what people need', () => {
  const PLANTED = 'Xylophagous wheelchair, no quinces';

  it('is said by whoever needs it, kept as it was typed when something is wrong, and changed', async () => {
    expect((await desk.getAs(ann, '/needs')).text).toContain('Tell us what you need at the sessions that you book');
    const long = await desk.postAs(ann, '/needs', { diets: 'vegan', more: 'x'.repeat(501) });
    expect([long.status, long.text]).toEqual([400, expect.stringContaining('must be 500 characters or fewer')]);
    expect(long.body).toMatch(/value="vegan" checked/);
    const sent = { diets: ['vegan', 'nut-free'], access: 'bsl', more: PLANTED };
    const { status, headers } = await desk.postAs(ann, '/needs', sent);
    expect([status, headers['location']]).toEqual([303, '/needs?done=saved']);
    const page = await desk.getAs(ann, '/needs');
    expect(page.text).toContain('It is deleted 30 days after the last session at which you have a place.');
    expect(page.body).toMatch(/value="nut-free" checked/);
    expect(page.text).toContain(PLANTED);
    expect((await desk.getAs(bob, '/needs')).text).not.toContain(PLANTED);
  });

  it('is seen by officers with names, and each look is on record without a word of it', async () => {
    const { text } = await desk.get('officer', `${base}/needs`);
    expect(text).toMatch(/1 person .*Ann Baker Vegan, No nuts British Sign Language Xylophagous wheelchair/);
    expect((await desk.audited()).at(-1)).toMatchObject({
      action: 'needs.read',
      actor: officer,
      subject: session,
      detail: { people: 1 },
    });
  });

  it('is told to kitchens as numbers', async () => {
    await desk.postAs(bob, '/needs', { diets: 'halal', kept: 'yes' });
    const { text } = await desk.get('officer', `${base}/needs/kitchen`);
    expect(text).toContain('2 people have a place in the room.');
    expect(text).toMatch(/Anything 0 Halal 1 Vegan, no nuts 1 .*British Sign Language 1 /);
    expect(text).toContain('1 person wrote something more that no number says');
    for (const name of ['Ann', 'Bob', 'quinces']) expect(text).not.toContain(name);
  });

  it('stands nowhere else: in no page of others, no file, no letter, no record, and not in the database', async () => {
    expect(await tablesWith(desk.database.source, 'Ann Baker')).toContain('person');
    expect(await tablesWith(desk.database.source, 'Xylophagous')).toEqual([]);
    const elsewhere = ['/register', '/register/sheet', '/register/sign-in-sheet', ''].map(
      (path) => [officer, `${base}${path}`] as const,
    );
    const files = ['/admin/programme.csv', '/admin/programme.json'].map((path) => [officer, path] as const);
    for (const [who, path] of [...elsewhere, ...files, [bob, '/'] as const, [ann, '/account'] as const]) {
      const { status, body } = await desk.getAs(who, path);
      expect([path, status, body.includes('Xylophagous')]).toEqual([path, 200, false]);
    }
  });

  it('is shown no more 30 days after the session, also of whoever wants it to be kept', async () => {
    const now = desk.clock.now();
    desk.clock.set('2027-01-07T12:29:00Z');
    expect((await desk.get('officer', `${base}/needs`)).text).toContain('Bob Cole Halal');
    desk.clock.set('2027-01-07T12:30:00Z');
    for (const path of PAGES) {
      const { status, text } = await desk.get('officer', `${base}/${path}`);
      expect([path, status, text]).toEqual([path, 200, expect.stringContaining('is shown no more')]);
      expect(text).not.toMatch(/Bob Cole|Halal/);
    }
    desk.clock.set(now.toISOString());
    expect((await desk.getAs(bob, '/needs')).body).toMatch(/value="halal" checked/);
  });

  it('is deleted by whoever said it', async () => {
    expect((await desk.postAs(ann, '/needs/delete', {})).headers['location']).toBe('/needs?done=deleted');
    expect((await desk.get('officer', `${base}/needs`)).text).not.toContain('Ann Baker');
    expect((await desk.postAs(bob, '/needs', {})).headers['location']).toBe('/needs?done=nothing');
    expect((await desk.get('officer', `${base}/needs`)).text).toContain('Nobody who has a place has said');
  });
});

describe('who needs a place', () => {
  const PLACES = '/admin/places-needed';

  beforeAll(async () => {
    for (const name of ['Cat Dunn', 'Dan Ellis']) await desk.given.aPerson({ name });
  });

  it('says when nothing is missing', async () => {
    expect((await desk.get('officer', PLACES)).text).toContain('Nothing that is asked of members is missing.');
  });

  it('is whoever has not shown what is asked, and has no place for it', async () => {
    await desk.database.source.query(
      `insert into requirement (id, slug, title, core_during) values
         (gen_random_uuid(), 'conduct', 'The code of conduct', '{[2026-01-01,)}'),
         (gen_random_uuid(), 'bribery', 'The Bribery Act', '{[2026-01-01,)}')`,
    );
    await desk.who('member');
    const { text } = await desk.get('officer', PLACES);
    expect(text).toMatch(
      /The Bribery Act 5 5 None that can be booked The code of conduct 5 3 .*A day on conduct, Tuesday/,
    );
    expect(text).not.toContain('Mandatory events');
    await aBookable(of(Programme), officer, {
      eventId: await of(Programme).addEvent(anEvent('A day for all', { mandatory: true }), officer),
    });
    expect((await desk.get('officer', PLACES)).text).toContain('A day for all: ask everybody to come');
    expect((await desk.get('officer', '/admin')).text).toContain('1 mandatory event is asked for by no mandate');
    expect((await desk.get('officer', '/admin/programme/events/a-day-for-all')).text).toContain(
      'Ask everybody to come',
    );
    const topic = await desk.get('officer', `${PLACES}?topic=conduct`);
    expect(topic.text).toMatch(/3 members of 5 who still miss it have no place for it\. .*Cat Dunn .*Mia Member/);
    expect(topic.text).not.toContain('Ann Baker');
    expect((await desk.get('officer', `${PLACES}.csv?topic=conduct`)).body.trim().split('\r\n')).toHaveLength(4);
    expect((await desk.audited()).at(-1)).toMatchObject({ action: 'places-needed.exported', subject: 'conduct' });
  });

  it.each(['member', 'tester', 'champion', 'auditor', 'administrator'] as const)('is not for a %s', async (role) => {
    for (const path of [PLACES, `${PLACES}.csv`, `${PLACES}.json`])
      expect([path, (await desk.get(role, path)).status]).toEqual([path, 403]);
  });
});
