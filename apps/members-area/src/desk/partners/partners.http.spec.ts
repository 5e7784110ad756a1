import { Bookings, Programme, ShownBookings } from '@induct/events';
import { Desk } from '../../../../../test/support/given-desk';
import { aBookable, anEvent, places } from '../../../../../test/support/given-programme';
import { tablesWith } from '../../../../../test/support/tables-with';

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

describe('a partner council', () => {
  let [joint, session, partner, guests, view] = ['', '', '', '', ''];
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
    const parts = [{ on: '2026-12-08', from: '09:30', to: '12:30', topics: ['conduct'] }];
    const pools = [places(5, 'member'), places(1, 'partner')];
    const day = { place: 'The chamber', parts };
    const eventId = await programme.addEvent(anEvent('A day with our neighbours', { bring: 'Your diary' }), officer);
    ({ id: joint } = await aBookable(programme, officer, { ...day, eventId, pools }));
    ({ id: session } = await aBookable(programme, officer, { ...day, title: 'A day on conduct' }));
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
    expect(await tablesWith(desk.database.source, guests.split('/').at(-1)!)).toEqual([]);
  });

  it('has guests who give a name and an address, and have a place once they confirm it', async () => {
    const page = await anyone(guests);
    expect(page.text).toMatch(
      /For guests from Westmoor Council A day with our neighbours .*Tuesday 8 December 2026, 9\.30am to 12\.30pm .*The chamber .*Your diary/,
    );
    const wrong = await sendAs(guests, { name: 'Greta Guest', email: 'nonsense' });
    expect([wrong.statusCode, wrong.body]).toEqual([400, expect.stringContaining('value="Greta Guest"')]);
    const sent = await sendAs(guests, { name: 'Greta Guest', email: 'greta@westmoor.example' });
    expect([sent.statusCode, sent.headers['location']]).toEqual([303, `${guests}?sent=yes`]);
    expect(await of(ShownBookings).ofSession(joint)).toEqual([]);
    const own = await linkIn('greta@westmoor.example');
    expect((await anyone(own)).text).toContain('Take your place');
    expect((await anyone(`${own}/needs`)).status).toBe(404);
    expect(await of(ShownBookings).ofSession(joint)).toEqual([]);
    for (const _ of [1, 2]) expect((await sendAs(own, {})).statusCode).toBe(303);
    expect(await of(ShownBookings).ofSession(joint)).toMatchObject([
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
    expect((await of(ShownBookings).ofSession(joint)).filter(({ name }) => name === 'Tess Twice')).toHaveLength(1);
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
