import { Awards } from '@induct/accreditation';
import { Answering, Bookings, Programme } from '@induct/events';
import { SearchEntries, Transactions } from '@induct/platform';
import { Desk } from '../../../../../test/support/given-desk';
import { givenFeedback } from '../../../../../test/support/given-feedback';
import { aBookable } from '../../../../../test/support/given-programme';
import { Learners } from '../../../../../test/support/learners';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk?.close());

const of = <T>(service: new (...given: never[]) => T): T => desk.app.get(service, { strict: false });
const parts = [{ on: '2026-11-24', from: '09:30', to: '13:00', topics: [] }];

it('says first where somebody has a place today, whomever it is for, until it is over', async () => {
  const [officer, member] = [await desk.who('officer'), await desk.who('member')];
  desk.clock.set('2026-11-23T08:00:00Z');
  const title = 'For others mostly';
  const { id } = await aBookable(of(Programme), officer, { title, districts: ['Elsewhere'], parts });
  expect((await desk.get('member', '/')).text).not.toContain(title);
  const booking = await of(Bookings).book({ sessionId: id, personId: member, seat: 'room', by: officer });
  const says = async (at: string) => {
    desk.clock.set(at);
    const { text } = await desk.get('member', '/');
    return /(?:Today|Tomorrow), [^:]*: For others mostly ?, Committee room 1/.exec(text)?.[0]?.replace(' ,', ',');
  };
  expect(await says('2026-11-23T08:00:00Z')).toBe('Tomorrow, 9.30am to 1pm: For others mostly, Committee room 1');
  expect(await says('2026-11-24T08:00:00Z')).toBe('Today, 9.30am to 1pm: For others mostly, Committee room 1');
  expect(await says('2026-11-24T12:59:00Z')).toMatch(/^Today/);
  expect((await desk.get('member', '/')).body).toContain(`href="/bookings/${booking.id}"`);
  expect(await says('2026-11-24T13:01:00Z')).toBeUndefined();
  expect((await desk.get('member', '/')).text).not.toContain(title);
});

it('says at the end what was published since the visit before, to whom it is open, and says so when that is nothing', async () => {
  const member = await desk.given.aPerson({ name: 'Newly Minted', roles: ['member'] });
  const publish = async (kind: string, title: string, audience: 'member' | 'officer', district?: string) => {
    const entry = { kind, subject: title, language: 'en' as const, title, body: '', path: '/modules' };
    await of(Transactions).run((tx) =>
      of(SearchEntries).keep(tx, { ...entry, audiences: [audience], ...(district && { district }) }),
    );
  };
  const home = async (at: string) => {
    desk.clock.set(at);
    return (await desk.getAs(member, '/')).text;
  };
  await desk.given.aModule({ title: 'Something to learn' });
  await publish('module', 'Old news', 'member');
  expect(await home('2026-12-01T09:00:00Z')).not.toContain('New since');
  expect(await home('2026-12-02T09:00:00Z')).toContain('Nothing was published since 1 December 2026');
  desk.clock.set('2026-12-02T15:00:00Z');
  for (const nth of [1, 2, 3, 4, 5, 6]) await publish('module', `News ${nth}`, 'member');
  await publish('desk-module', 'For the desk', 'officer');
  await publish('handbook', 'Of another district', 'member', 'Elsewhere');
  const now = await home('2026-12-03T09:00:00Z');
  expect(now.match(/News \d ?Module, 2 December 2026/g)).toHaveLength(5);
  expect(now).toContain('There is more');
  for (const title of ['Old news', 'For the desk', 'Of another district']) expect(now).not.toContain(title);
  // A reload takes nothing away.
  expect(await home('2026-12-03T09:20:00Z')).toContain('There is more');
  expect(await home('2026-12-03T10:00:00Z')).toContain('Nothing was published since 3 December 2026');
});

it('asks how a session was until somebody has answered, and no longer than answers are taken', async () => {
  const { sessionId, people } = await givenFeedback(desk, { people: 2 });
  const [answers, waits] = people as [string, string];
  const asks = async (personId: string) => {
    const { text, body } = await desk.getAs(personId, '/');
    expect(body.includes(`href="/feedback/${sessionId}"`)).toBe(text.includes('say how it was'));
    // It fits into whatever time somebody has.
    expect((await desk.getAs(personId, '/minutes?minutes=15')).text.includes('say how it was')).toBe(
      text.includes('say how it was'),
    );
    return /You were at “.*?” ?: say how it was, until [^.]*/.exec(text)?.[0];
  };
  expect(await asks(answers)).toMatch(/^You were at “ ?Speaking in the chamber.*until 3 December 2026$/);
  await of(Answering).answer(sessionId, answers, { q1: 0, q2: 0, q3: 0, o1: 0, o2: 0 });
  expect(await asks(answers)).toBeUndefined();
  expect(await asks(waits)).toBeDefined();
  expect(await asks(await desk.who('member'))).toBeUndefined();
  desk.clock.set('2026-12-04T09:00:00Z');
  expect(await asks(waits)).toBeUndefined();
});

it('says at the top when an officer is still to look at what was completed, and that there is nothing to do', async () => {
  const learners = new Learners(desk.database.source);
  const member = await learners.aMember('Waits Patiently');
  await learners.aPublishedCoreModule('The code of conduct');
  const core = await desk.database.source.query<{ id: string }[]>('select id from course where core');
  for (const { id } of core) await learners.hasCompleted(member, id);
  await desk.app.get(Awards, { strict: false }).considerOverdue();
  const says = async () =>
    /(Nothing is due|You have done everything)(.*?)core skills? met/.exec((await desk.getAs(member, '/')).text)![0];
  expect(await says()).not.toContain('An officer');
  await learners.isDoubted(member, core[0]!.id);
  expect(await says()).toContain('An officer still looks at how one module was completed, before it counts');
  expect(await says()).toContain('You need do nothing');
});

it('leads to a module that begins with what it is, and, once it was begun, with how it stands', async () => {
  const module = await desk.given.aModule({ title: 'Risk', summary: 'Where it comes from.' });
  const member = await desk.given.aPerson({ name: 'Begun Already' });
  const page = async () => (await desk.getAs(member, '/modules/risk')).text;
  expect(await page()).toMatch(/Risk Where it comes from\..*Not started/);
  await desk.given.aResult(member, module, { at: '2026-11-22T14:32:00Z', progress: 0.4 });
  expect(await page()).toMatch(/Risk In progress, 40% done\..*Continue.*Where it comes from\./);
});

it('never says that something is completed whose evidence was withdrawn, and lets its member take it again', async () => {
  const module = await desk.given.aModule({ title: 'Standing orders', core: true });
  const member = await desk.given.aPerson({ name: 'Taken Again' });
  await desk.given.aResult(member, module, { at: '2026-11-20T14:32:00Z', completion: 'completed', done: true });
  await desk.app.get(Awards, { strict: false }).considerOverdue();
  const says = async (address: string) => (await desk.getAs(member, address)).text;
  const met = async () => /(\d+) of \d+ core skills? met/.exec(await says('/'))![1];
  expect([await met(), await says('/modules/standing-orders')]).toEqual(['1', expect.stringContaining('Review')]);
  const [evidence] = await desk.database.source.query<{ id: string }[]>(
    'select id from evidence where person_id = $1',
    [member],
  );
  await desk.post('officer', `/admin/members/${member}/evidence/${evidence!.id}/withdraw`, {
    reason: 'Not her own work',
  });
  expect(await met()).toBe('0');
  for (const address of ['/', '/standing', '/modules', '/modules/standing-orders', '/modules/standing-orders/finished'])
    expect(await says(address)).toContain('It counts no more for what is asked of you. You can take it again');
  const attempts = async () => {
    await desk.postAs(member, '/modules/standing-orders/start', {});
    const [count] = await desk.database.source.query<{ attempts: number }[]>(
      'select count(*)::int as attempts from attempt_standing a join registration_standing r on r.id = a.registration_id where r.person_id = $1',
      [member],
    );
    return count!.attempts;
  };
  // A new try is begun once, and then gone on with.
  expect([await attempts(), await attempts()]).toEqual([2, 2]);
  const waits = async () => (await desk.get('officer', '/admin/members/waiting')).text.includes('Taken Again');
  expect(await waits()).toBe(false);
  // It is completed, in a way that is hard to believe: the member waits, and an officer is told.
  const learners = new Learners(desk.database.source);
  await learners.takesAgain(member, module.id, new Date('2026-11-22T10:00:00Z'), { doubted: true });
  for (const address of ['/', '/standing', '/modules', '/modules/standing-orders', '/modules/standing-orders/finished'])
    expect([address, await says(address)]).toEqual([address, expect.not.stringContaining('take it again')]);
  for (const address of ['/', '/standing', '/modules/standing-orders', '/modules/standing-orders/finished'])
    expect(await says(address)).toContain('an officer looks at how it was completed');
  expect([await met(), await waits()]).toEqual(['0', true]);
  const { body } = await desk.get('officer', `/admin/members/${member}`);
  const look = /href="([^"]*\/looks\/[^"]*)"/.exec(body)![1]!;
  expect((await desk.get('officer', look)).status).toBe(200);
  const looked = await desk.post('officer', look, { decision: 'counts', words: 'She sat with us and did it' });
  expect([looked.status, await met(), await waits()]).toEqual([303, '1', false]);
  // Of a further doubted one somebody looks only until a later one is believed.
  await learners.takesAgain(member, module.id, new Date('2026-11-22T11:00:00Z'), { doubted: true });
  expect(await waits()).toBe(true);
  await learners.takesAgain(member, module.id, new Date('2026-11-22T12:00:00Z'));
  expect(await waits()).toBe(false);
});

it('says at the end of a module what is true today of the certificate that came with it', async () => {
  const module = await desk.given.aModule({ title: 'Chairing' });
  const given = { at: '2026-11-20T14:32:00Z', validUntil: '2027-05-20' };
  const chaired = async () => {
    const member = await desk.given.aPerson({ name: 'Chaired Once' });
    await desk.given.aResult(member, module, { at: given.at, completion: 'completed', done: true });
    return member;
  };
  const says = async (who: string, at: string) => {
    desk.clock.set(at);
    const { body } = await desk.getAs(who, '/modules/chairing/finished');
    return /id="certificate-title">([^<]*)</.exec(body)?.[1];
  };
  const [kept, lost] = [await chaired(), await chaired()];
  expect(await says(kept, '2026-11-21T09:00:00Z')).toBeUndefined();
  await desk.given.aCertificate(kept, { number: 'NMC-2026-3KQ4M-2XWPH-3', ...given });
  expect(await says(kept, '2027-05-20T22:59:00Z')).toBe('You have earned a certificate');
  expect(await says(kept, '2027-05-20T23:01:00Z')).toBe('Your certificate has run out');
  await desk.given.aCertificate(lost, { number: 'NMC-2026-4KQ4M-2XWPH-4', ...given, state: 'revoked' });
  expect(await says(lost, '2026-11-21T09:00:00Z')).toBe('Your certificate was revoked');
  // What counts today comes first, whatever became of another.
  await desk.given.aCertificate(lost, { number: 'NMC-2026-5KQ4M-2XWPH-5', ...given });
  expect(await says(lost, '2026-11-21T09:00:00Z')).toBe('You have earned a certificate');
});
