import { randomUUID } from 'node:crypto';
import { Answering, GuestFeedback, Partners, WhatWasSaid } from '@induct/events';
import { Desk } from '../../../../../test/support/given-desk';
import { givenFeedback } from '../../../../../test/support/given-feedback';

const ANSWER = { q1: '0', q2: '1', q3: '0', o1: '0', o2: '1', q4: 'The coffee' };
let desk: Desk;
let [session, page] = ['', ''];
let people: string[];
const guests = ['Greta Guest', 'Gus Guest', 'Gwen Guest'].map((name) => ({ id: randomUUID(), name }));
const [greta, gus] = guests.map(({ id }) => id) as [string, string];
const of = <T>(service: new (...given: never[]) => T): T => desk.app.get(service, { strict: false });
const rows = <R extends object>(sql: string, values: unknown[] = []) => desk.database.source.query<R[]>(sql, values);
const askAll = async () => {
  while ((await of(GuestFeedback).askSome()) > 0);
};
const linksTo = async (email: string) => {
  const sql = `select body_text as text from letter_standing where recipient = $1 and dedupe_key like 'guest-feedback:%'`;
  const letters = await rows<{ text: string }>(sql, [email]);
  return letters.map(({ text }) => /\/guest-feedback\/[\w-]+/.exec(text)![0]);
};

beforeAll(async () => {
  desk = await Desk.open();
  ({ sessionId: session, people } = await givenFeedback(desk));
  page = `/admin/programme/sessions/${session}/register/guests`;
  const partner = await of(Partners).add({ name: 'Westmoor Council', contact: 'Pat' }, await desk.who('officer'));
  // Of a session that is over nobody takes a place any more: they had theirs before.
  for (const [nth, { id, name }] of guests.entries()) {
    const email = `${name.split(' ')[0]!.toLowerCase()}@westmoor.example`;
    await rows('insert into guest (id, partner_id, name, email, added_at) values ($1, $2, $3, $4, now())', [
      id,
      partner,
      name,
      email,
    ]);
    await rows(
      `insert into booking (id, session_id, guest_id, audience, seat, state, number, booked_at)
       values ($1, $2, $3, 'partner', 'room', 'booked', $4, now())`,
      [randomUUID(), session, id, nth + 1],
    );
  }
});
afterAll(() => desk?.close());

describe('guests who were at a session', () => {
  it('are ticked apart from members, and what another officer ticked meanwhile stays', async () => {
    expect((await desk.get('officer', page)).text).toContain('0 of 3 present');
    expect((await desk.get('officer', `/admin/programme/sessions/${session}/register`)).text).toContain(
      'Tick which guests were there',
    );
    const { headers } = await desk.post('officer', page, { there: greta });
    expect(headers['location']).toBe(`${page}?done=saved`);
    // Opened before Greta was ticked: it says nothing of her.
    await desk.post('officer', page, { there: gus });
    expect((await desk.get('officer', page)).text).toContain('2 of 3 present');
    await desk.post('officer', page, { seen: gus });
    await desk.post('officer', page, { there: ['nonsense'] as never });
    expect((await desk.get('officer', page)).text).toContain('1 of 3 present');
    await desk.post('officer', page, { there: gus });
    const [{ evidence }] = (await rows<{ evidence: number }>('select count(*)::int as evidence from attended')) as [
      { evidence: number },
    ];
    expect(evidence).toBe(0);
    for (const role of ['member', 'tester', 'champion', 'auditor', 'administrator'] as const) {
      expect((await desk.get(role, page)).status).toBe(403);
      expect((await desk.post(role, page, { there: greta })).status).toBe(403);
    }
  });

  it('are asked once how it was, by a link of their own, which is kept nowhere', async () => {
    await Promise.all([askAll(), askAll()]);
    await askAll();
    const [links, none] = [await linksTo('greta@westmoor.example'), await linksTo('gwen@westmoor.example')];
    expect([links.length, none.length]).toEqual([1, 0]);
    expect((await desk.getAs(undefined, links[0]!)).text).toContain('How was it? Speaking in the chamber');
    const kept = await rows<{ found: number }>(
      `select count(*)::int as found from guest_feedback where encode(token_hash, 'escape') like '%' || $1 || '%'`,
      [links[0]!.split('/').at(-1)],
    );
    expect(kept).toEqual([{ found: 0 }]);
    expect((await desk.getAs(undefined, '/guest-feedback/nonsense')).status).toBe(404);
    // The register is put right: she was not there, and then she was.
    await desk.post('officer', page, { seen: greta });
    expect((await desk.getAs(undefined, links[0]!)).status).toBe(404);
    await desk.post('officer', page, { there: greta });
    expect((await desk.getAs(undefined, links[0]!)).status).toBe(200);
  });

  it('answer once; nothing joins what they said to them, and figures count them apart', async () => {
    const [link] = (await linksTo('greta@westmoor.example')) as [string];
    const send = (fields: Record<string, string>) =>
      desk.app.inject({
        method: 'POST',
        url: link,
        headers: {
          accept: 'text/html',
          origin: desk.config.SITE_ORIGIN,
          'content-type': 'application/x-www-form-urlencoded',
        },
        payload: new URLSearchParams(fields).toString(),
      });
    const wrong = await send({ q4: 'The coffee & more' });
    expect([wrong.statusCode, wrong.body.includes('The coffee &amp; more</textarea>')]).toEqual([400, true]);
    await Promise.all([send(ANSWER), send(ANSWER)]);
    expect((await desk.getAs(undefined, link)).text).toContain('You have answered');
    const answers = await rows<object>('select * from feedback_answer');
    expect(answers).toHaveLength(1);
    expect(JSON.stringify(answers)).not.toMatch(new RegExp(`${greta}|Greta|westmoor`, 'i'));
    for (const person of people.slice(0, 5))
      await of(Answering).answer(session, person, { q1: 0, q2: 0, q3: 0, o1: 0, o2: 0, q4: '' });
    // Each row bears the number of the last transaction: whoever reads the table cannot see who came together.
    expect(await rows('select distinct xmin::text from feedback_answer')).toHaveLength(1);
    desk.clock.set(new Date(+desk.clock.now() + 15 * 86_400_000).toISOString());
    expect((await send(ANSWER)).statusCode).toBe(303);
    const [round] = await of(WhatWasSaid).ofSession(session);
    expect(round!.results).toMatchObject({ asked: people.length + 2, answered: 6 });
    const [late] = (await linksTo('gus@westmoor.example')) as [string];
    expect((await desk.getAs(undefined, late)).text).toContain('Answers were taken until');
  });

  it('are forgotten as those who were asked, when nobody is asked any more', async () => {
    await of(GuestFeedback).forget();
    expect(await rows('select 1 from guest_feedback')).toHaveLength(2);
    desk.clock.set('2027-06-01T09:00:00Z');
    await of(GuestFeedback).forget();
    expect(await rows('select 1 from guest_feedback')).toHaveLength(0);
  });
});
