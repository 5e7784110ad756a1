import { randomUUID } from 'node:crypto';
import { Desk } from '../../../../../test/support/given-desk';

let desk: Desk;
let member = '';
const NEW = '/proposals/new';
const wish = (title: string) => ({ title, why: 'They ask <us> & we cannot say', outcomes: 'Say it\r\nMean it' });
const idOf = async (title: string): Promise<string> =>
  new RegExp(`/admin/proposals/([0-9a-f-]{36})"[^>]*>${title}`).exec(
    (await desk.get('officer', '/admin/proposals')).body,
  )![1]!;

beforeAll(async () => {
  desk = await Desk.open();
  member = await desk.who('member');
});
afterAll(() => desk?.close());

it.each(['member', 'tester', 'champion', 'auditor', 'administrator'] as const)(
  'are answered by officers, not by a %s',
  async (role) => {
    for (const path of ['', '.csv', '.json', `/${randomUUID()}`])
      expect((await desk.get(role, `/admin/proposals${path}`)).status).toBe(403);
    expect((await desk.post(role, `/admin/proposals/${randomUUID()}`, {})).status).toBe(403);
    expect((await desk.get(role, '/testing/proposals')).status).toBe(role === 'tester' ? 200 : 403);
    expect((await desk.get(role, NEW)).status).toBe(200);
  },
);

it('are sent in by whoever is signed in, and nobody else', async () => {
  expect((await desk.get(undefined, NEW)).status).not.toBe(200);
  expect((await desk.get('member', '/proposals')).text).toContain('You have proposed nothing yet');
  const wrong = await desk.post('member', NEW, { ...wish(''), title: ' ' });
  expect([wrong.status, wrong.text.includes('Enter what it would be called')]).toEqual([400, true]);
  expect(wrong.body).toContain('They ask &lt;us&gt; &amp; we cannot say');
  const sent = await desk.post('member', NEW, { ...wish('Flooding'), forWhom: 'somebody else' });
  expect(sent.headers['location']).toBe('/proposals?done=sent');
  expect((await desk.get('member', '/proposals')).text).toContain('Waits for an answer');
  desk.clock.set('2026-11-22T20:00:00Z');
  await desk.post('officer', NEW, { ...wish('Housing'), forWhom: 'the director of place' });
  const list = await desk.get('officer', '/admin/proposals');
  expect(list.text).toContain('Olive Officer, for the director of place');
  expect(list.text).not.toContain('somebody else');
});

it('are seen by whoever sent them, and by the steering group', async () => {
  const other = await desk.given.aPerson({ name: 'Olaf Other' });
  expect((await desk.getAs(other, '/proposals')).text).not.toContain('Flooding');
  expect((await desk.get('tester', '/testing/proposals')).text).toMatch(/Housing.*Flooding/);
});

it('are accepted, and become an event', async () => {
  const id = await idOf('Flooding');
  const nothing = await desk.post('officer', `/admin/proposals/${id}`, {});
  expect([nothing.status, nothing.text.includes('Choose what becomes of it')]).toEqual([400, true]);
  const sent = await desk.post('officer', `/admin/proposals/${id}`, { answer: 'accepted', reason: 'Thank you' });
  expect(sent.headers['location']).toBe(`/admin/proposals/${id}?done=answered`);
  expect((await desk.get('officer', `/admin/proposals/${id}`)).body).toContain('/admin/programme/events/flooding');
  expect((await desk.get('officer', '/admin/programme/events/flooding')).text).toContain('Mean it');
  const own = await desk.getAs(member, '/proposals');
  expect(own.text).toMatch(/Accepted.*Flooding.*Thank you/);
  expect(own.body).not.toContain('/programme/flooding');
  expect((await desk.post('officer', `/admin/proposals/${id}`, { answer: 'declined', reason: 'No' })).status).toBe(409);
});

it('are declined with a reason only, or merged into an event that there is', async () => {
  const id = await idOf('Housing');
  const silent = await desk.post('officer', `/admin/proposals/${id}`, { answer: 'declined' });
  expect([silent.status, silent.text.includes('Say why')]).toEqual([400, true]);
  const none = await desk.post('officer', `/admin/proposals/${id}`, { answer: 'merged', reason: 'Keep this' });
  expect([none.status, none.body.includes('Keep this')]).toEqual([400, true]);
  const event = /<option value="([0-9a-f-]{36})"[^>]*>Flooding/.exec(none.body)![1]!;
  await desk.post('officer', `/admin/proposals/${id}`, { answer: 'merged', event });
  expect((await desk.get('officer', '/admin/proposals?state=merged')).text).toContain('Part of another event Flooding');
  expect((await desk.get('officer', '/admin/proposals?state=declined')).text).toContain('No proposal stands there');
});

it('are taken away as files, which is on record', async () => {
  const csv = await desk.get('officer', '/admin/proposals.csv?state=merged');
  expect(csv.body).toMatch(/Housing,"Olive Officer, for the director of place",[^]*Say it; Mean it/);
  expect(JSON.parse((await desk.get('officer', '/admin/proposals.json')).body).rows).toHaveLength(2);
  expect((await desk.audited()).at(-1)).toMatchObject({ action: 'event-proposals.exported' });
});

it('are proposals that there are', async () => {
  for (const id of [randomUUID(), 'nonsense'])
    expect((await desk.get('officer', `/admin/proposals/${id}`)).status).toBe(404);
});
