import { randomUUID } from 'node:crypto';
import { Bookings, Programme } from '@induct/events';
import { Desk } from '../../../../../test/support/given-desk';

let desk: Desk;
let [session, base, officer, ann, bob] = ['', '', '', '', ''];
const of = <T>(service: new (...given: never[]) => T): T => desk.app.get(service, { strict: false });

/** A session of one event, confirmed. @param places of each kind of people */
async function aSession(title: string, places: Record<string, number>, day = '2026-12-08'): Promise<string> {
  const described = { kind: 'training', about: '', format: null, facilitator: null, officers: null } as const;
  const rest = { bodyId: null, series: null, seriesOrder: null, sessionsPromised: null, note: null, outcomes: [] };
  const eventId = await of(Programme).addEvent(
    { ...described, ...rest, title, mandatory: false, audience: 'everyone' },
    officer,
  );
  const pools = Object.entries(places).map(([audience, many]) => ({
    seat: 'room' as const,
    audience: audience as 'member',
    places: many,
    opensToAllOn: null,
  }));
  const parts = [{ on: day, from: '09:30', to: '12:30', topics: ['conduct'] }];
  const plan = { eventId, place: 'The chamber', onlineUrl: null, districts: [], note: null, parts, pools };
  return await of(Programme).addSession(plan, 'confirmed', officer);
}

/** Every table in which these words stand somewhere. */
async function tablesWith(words: string): Promise<string[]> {
  const rows = await desk.database.source.query<{ table: string }[]>(
    `select table_name as table from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'
        and query_to_xml(format('select 1 from %I x where x::text like %L limit 1', table_name, '%' || $1 || '%'),
              false, false, '')::text like '%<row%'`,
    [words],
  );
  return rows.map(({ table }) => table);
}

beforeAll(async () => {
  desk = await Desk.open();
  desk.clock.set('2026-11-22T09:10:00Z');
  officer = await desk.who('officer');
  ann = await desk.given.aPerson({ name: 'Ann Baker' });
  bob = await desk.given.aPerson({ name: 'Bob Cole' });
  session = await aSession('A day on conduct', {});
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
    expect(await tablesWith('Ann Baker')).toContain('person');
    expect(await tablesWith('Xylophagous')).toEqual([]);
    const elsewhere = ['/register', '/register/sheet', ''].map((path) => [officer, `${base}${path}`] as const);
    const files = ['/admin/programme.csv', '/admin/programme.json'].map((path) => [officer, path] as const);
    for (const [who, path] of [...elsewhere, ...files, [bob, '/'] as const, [ann, '/account'] as const]) {
      const { status, body } = await desk.getAs(who, path);
      expect([path, status, body.includes('Xylophagous')]).toEqual([path, 200, false]);
    }
  });

  it('is deleted by whoever said it', async () => {
    expect((await desk.postAs(ann, '/needs/delete', {})).headers['location']).toBe('/needs?done=deleted');
    expect((await desk.get('officer', `${base}/needs`)).text).not.toContain('Ann Baker');
    expect((await desk.postAs(bob, '/needs', {})).headers['location']).toBe('/needs?done=nothing');
    expect((await desk.get('officer', `${base}/needs`)).text).toContain('Nobody who has a place has said');
  });
});

describe('the people of a session', () => {
  let [full, other, people, cat, dan] = ['', '', '', '', ''];
  beforeAll(async () => {
    full = await aSession('Speaking in the chamber', { member: 1 });
    const { eventId } = await of(Programme).session(full);
    const parts = [{ on: '2026-12-09', from: '09:30', to: '12:30', topics: [] }];
    const plan = { place: 'The chamber', onlineUrl: null, districts: [], note: null, parts, pools: [] };
    other = await of(Programme).addSession({ eventId, ...plan }, 'confirmed', officer);
    people = `/admin/programme/sessions/${full}/people`;
    cat = await desk.given.aPerson({ name: 'Cat Dunn' });
    dan = await desk.given.aPerson({ name: 'Dan Ellis' });
  });
  const bookingOf = async (personId: string, sessionId = full) =>
    (await of(Bookings).ofSession(sessionId)).find((one) => one.personId === personId && one.state !== 'cancelled')!;
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
    expect([await of(Bookings).ofSession(full), (await letters()).length]).toEqual([[], before.length]);
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
    const clashing = await desk.post('officer', `${base}/people/book`, { who: 'Cat Dunn' });
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
    const { revision, eventId } = await of(Programme).session(full);
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
    const places = (many: string, seen: number, pressed: Record<string, string> = {}) =>
      desk.post('officer', `/admin/programme/sessions/${full}/edit`, {
        ...edit,
        revision: `${seen}`,
        'places-room-member': many,
        ...pressed,
      });
    const look = await places('2', revision);
    expect([look.status, look.text]).toEqual([
      200,
      expect.stringMatching(
        new RegExp(`1 letter goes because of it. Nothing is changed yet.*To ${ann}@northmoor.*A place is yours`),
      ),
    ]);
    expect(look.body).toContain('<input type="hidden" name="places-room-member" value="2">');
    expect((await bookingOf(ann)).state).toBe('waiting');
    expect((await places('2', revision, { back: 'yes' })).body).toMatch(/name="places-room-member"[^>]* value="2"/);
    expect((await places('2', revision, { checked: 'yes' })).status).toBe(303);
    expect((await bookingOf(ann)).state).toBe('booked');
    const fewer = await places('1', revision + 1);
    expect([fewer.status, fewer.text]).toEqual([400, expect.stringContaining('More places are taken than that')]);
    expect((await desk.post('officer', `${people}/${id}/cancel`, {})).headers['location']).toBe(
      `${people}?done=cancelled`,
    );
    expect((await desk.audited()).at(-1)).toMatchObject({ action: 'booking.cancelled', actor: officer, subject: full });
    expect((await desk.get('officer', `${people}?show=cancelled`)).text).toMatch(/Dan Ellis .*By an officer/);
    expect((await desk.get('officer', `${people}/${id}`)).status).toBe(404);
    expect((await desk.get('officer', `${base}/people/${(await bookingOf(ann)).id}`)).status).toBe(404);
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

describe('a partner council', () => {
  let [joint, partner, guests, view] = ['', '', '', ''];
  const path = (url: string) => url.replace(desk.config.SITE_ORIGIN, '');
  const anyone = (url: string) => desk.getAs(undefined, url);
  const sendAs = async (url: string, fields: Record<string, string>) =>
    desk.app.inject({
      method: 'POST',
      url,
      headers: {
        accept: 'text/html',
        origin: desk.config.SITE_ORIGIN,
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: new URLSearchParams(fields).toString(),
    });
  const linkIn = async (to: string) => {
    const [row] = await desk.database.source.query<{ text: string }[]>(
      `select body_text as text from letter_standing where recipient = $1 and subject like 'Confirm%' order by created_at desc, id limit 1`,
      [to],
    );
    return path(/\S+\/guest\/\S+/.exec(row!.text)![0]);
  };

  beforeAll(async () => {
    joint = await aSession('A day with our neighbours', { member: 5, partner: 1 });
  });

  it('is added by an officer, once', async () => {
    const wrong = await desk.post('officer', '/admin/partners', { name: '', contact: 'Pat' });
    expect([wrong.status, wrong.body]).toEqual([400, expect.stringContaining('Pat</textarea>')]);
    const added = await desk.post('officer', '/admin/partners', { name: 'Westmoor Council', contact: 'Pat' });
    partner = added.headers['location'] as string;
    expect(added.status).toBe(303);
    expect((await desk.post('officer', '/admin/partners', { name: 'Westmoor Council' })).text).toContain(
      'There is a partner of that name already',
    );
    expect((await desk.audited()).at(-1)).toMatchObject({ action: 'partner.added', actor: officer });
    expect((await desk.get('officer', '/admin/partners')).text).toContain('Westmoor Council');
  });

  it('is invited to a session that has places for partners, by two links that are shown once', async () => {
    const without = await desk.post('officer', `${partner}/invitations`, { session });
    expect([without.status, without.text]).toEqual([400, expect.stringContaining('no places for partner councils')]);
    const made = await desk.post('officer', `${partner}/invitations`, { session: joint });
    [guests, view] = [...made.body.matchAll(/partner-link">([^<]+)</g)].map(([, url]) => path(url!)) as [
      string,
      string,
    ];
    expect(made.text).toContain('They are not shown again.');
    const after = await desk.get('officer', partner);
    expect(after.body).not.toContain(guests);
    expect(after.text).toContain('A day with our neighbours');
    expect((await desk.audited()).at(-1)).toMatchObject({ action: 'partner.invited', subject: joint });
    expect(await tablesWith(guests.split('/').at(-1)!)).toEqual([]);
  });

  it('has guests who give a name and an address, and have a place once they confirm it', async () => {
    const page = await anyone(guests);
    expect(page.text).toMatch(/For guests from Westmoor Council A day with our neighbours .*The chamber/);
    const wrong = await sendAs(guests, { name: 'Greta Guest', email: 'nonsense' });
    expect([wrong.statusCode, wrong.body]).toEqual([400, expect.stringContaining('value="Greta Guest"')]);
    const sent = await sendAs(guests, { name: 'Greta Guest', email: 'greta@westmoor.example' });
    expect([sent.statusCode, sent.headers['location']]).toEqual([303, `${guests}?sent=yes`]);
    expect(await of(Bookings).ofSession(joint)).toEqual([]);
    const own = await linkIn('greta@westmoor.example');
    expect((await anyone(own)).text).toContain('Take your place');
    expect((await anyone(`${own}/needs`)).status).toBe(404);
    expect(await of(Bookings).ofSession(joint)).toEqual([]);
    for (const _ of [1, 2]) expect((await sendAs(own, {})).statusCode).toBe(303);
    expect(await of(Bookings).ofSession(joint)).toMatchObject([
      { state: 'booked', audience: 'partner', name: 'Greta Guest', partner: 'Westmoor Council' },
    ]);
    expect((await anyone(own)).text).toContain('You have a place');
  });

  it('sees its own guests, in the order in which they came, and no other', async () => {
    await sendAs(guests, { name: 'Gus Guest', email: 'gus@westmoor.example' });
    await sendAs(await linkIn('gus@westmoor.example'), {});
    await of(Bookings).book({ sessionId: joint, personId: ann, by: ann });
    const { text } = await anyone(view);
    expect(text).toMatch(/Who has a place Greta Guest Who waits for one, in the order in which they came Gus Guest/);
    for (const words of ['Ann Baker', '@westmoor']) expect(text).not.toContain(words);
    expect((await anyone(guests)).text).not.toContain('Greta');
    expect((await desk.get('officer', `/admin/programme/sessions/${joint}/people`)).text).toMatch(
      /Greta Guest Guest of Westmoor Council/,
    );
    for (const url of ['/programme', `/admin/programme`, '/bookings'])
      expect((await desk.getAs(ann, url)).body).not.toContain('Westmoor');
  });

  it('has guests who say what they need, and give their place up to whoever waits', async () => {
    const own = await linkIn('greta@westmoor.example');
    expect((await anyone(`${own}/needs`)).text).toContain('What do you eat?');
    expect((await sendAs(`${own}/needs`, { diets: 'kosher' })).headers['location']).toBe(`${own}?done=needs`);
    expect((await desk.get('officer', `/admin/programme/sessions/${joint}/needs`)).text).toMatch(
      /Greta Guest Westmoor Council Kosher/,
    );
    await sendAs(`${own}/give-up`, {});
    expect((await anyone(own)).text).toContain('You have no place');
    expect((await anyone(await linkIn('gus@westmoor.example'))).text).toContain('You have a place');
  });

  it('has one place for whoever asks twice and confirms both at once', async () => {
    for (const name of ['Tess Twice', 'Tess Twice']) await sendAs(guests, { name, email: 'tess@westmoor.example' });
    const links = await desk.database.source.query<{ text: string }[]>(
      `select body_text as text from letter_standing where recipient = 'tess@westmoor.example'`,
    );
    const pressed = links.map(({ text }) => sendAs(path(/\S+\/guest\/\S+/.exec(text)![0]), {}));
    expect((await Promise.all(pressed)).map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    expect((await of(Bookings).ofSession(joint)).filter(({ name }) => name === 'Tess Twice')).toHaveLength(1);
  });

  it('is shut out when the invitation is revoked: both links lead nowhere, and places stay', async () => {
    const late = await sendAs(guests, { name: 'Late Guest', email: 'late@westmoor.example' });
    expect(late.statusCode).toBe(303);
    const revoke = /href="([^"]+\/revoke)"/.exec((await desk.get('officer', partner)).body)![1]!;
    expect((await desk.get('officer', revoke)).text).toContain('Whoever has a place keeps it');
    expect((await desk.post('officer', revoke, {})).status).toBe(303);
    for (const url of [guests, view, await linkIn('late@westmoor.example'), '/invitations/nonsense', '/guest/nonsense'])
      expect([url, (await anyone(url)).status]).toEqual([url, 404]);
    expect((await sendAs(guests, { name: 'A', email: 'a@westmoor.example' })).statusCode).toBe(404);
    expect((await anyone(await linkIn('gus@westmoor.example'))).text).toContain('You have a place');
    expect((await desk.post('officer', revoke, {})).status).toBe(404);
  });

  it.each(['member', 'tester', 'champion', 'auditor', 'administrator'] as const)(
    'is nothing for a %s',
    async (role) => {
      for (const url of ['/admin/partners', partner]) expect((await desk.get(role, url)).status).toBe(403);
      expect((await desk.post(role, '/admin/partners', { name: 'X' })).status).toBe(403);
      expect((await desk.post(role, `${partner}/invitations`, { session: joint })).status).toBe(403);
    },
  );
});

describe('who needs a place', () => {
  const PLACES = '/admin/places-needed';

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
