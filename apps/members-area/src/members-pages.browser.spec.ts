import { Claims } from '@induct/accreditation';
import { CourseDescribed } from '@induct/course';
import {
  Bookings,
  type DescribedEvent,
  GuestFeedback,
  GuestPlaces,
  GuestRegisters,
  Invitations,
  Partners,
  Programme,
  type SessionPlan,
} from '@induct/events';
import { Announcements, Transactions } from '@induct/platform';
import { SignIns } from '@induct/sign-in';
import type { GivenCouncil } from '../../../test/support/given-council';
import { givenFeedback } from '../../../test/support/given-feedback';
import { aBookable, anEvent } from '../../../test/support/given-programme';
import { aModuleSaves } from '../../../test/support/given-saves';
import { SiteInBrowser } from '../../../test/support/site-in-browser';

const PICTURES = '.data/screenshots/members-area';
const at = '2026-11-22T14:32:00Z';
const LONG =
  'Declarations of interest, gifts and hospitality, predetermination and bias: Donaudampfschifffahrtselektrizität in practice';

let site: SiteInBrowser;
const people: Record<string, string> = {};
let letterId: string;
let claimId: string;
let savedAt: string;
const bookable = { hybrid: '', full: '' };

async function council(given: GivenCouncil): Promise<void> {
  const conduct = await given.aModule({
    title: 'The code of conduct',
    core: true,
    summary: 'What the law asks of every member, and what members ask of each other.',
  });
  const data = await given.aModule({ title: 'Looking after data', core: true, minutes: 15 });
  const safety = await given.aModule({ title: 'Personal safety', core: true, minutes: 25 });
  const long = await given.aModule({ title: LONG, minutes: 1, summary: LONG });
  for (let number = 1; number <= 30; number++) await given.aModule({ title: `Optional module ${number}` });
  people.new = await given.aPerson({ name: 'Amara Whitfield', persona: 'A new member who has not begun' });
  people.half = await given.aPerson({ name: 'Bernard Osei-Featherstonehaugh', persona: 'Half-way through' });
  people.done = await given.aPerson({ name: 'Catrin Prosser', persona: 'Has finished and is certified' });
  people.expired = await given.aPerson({ name: 'Dev Mehta' });
  people.officer = await given.aPerson({ name: 'Daniel Ferris', roles: ['officer'], persona: 'Officer' });
  people.administrator = await given.aPerson({ name: 'Ada Root', roles: ['administrator'] });
  await given.aResult(people.half, conduct, { at, progress: 0.45 });
  await given.aResult(people.half, data, {
    at: '2026-11-20T09:05:00Z',
    completion: 'completed',
    success: 'passed',
    score: 90,
    done: true,
  });
  await given.aResult(people.half, safety, {
    at: '2026-11-21T09:05:00Z',
    completion: 'completed',
    success: 'failed',
    score: 60,
  });
  await given.aResult(people.half, long, { at: '2026-11-21T09:05:00Z', completion: 'not_attempted' });
  for (const course of [conduct, data, safety]) {
    await given.aResult(people.done, course, {
      at,
      completion: 'completed',
      success: 'passed',
      score: 87.5,
      done: true,
    });
  }
  await isAsked(conduct.id);
  people.saved = await given.aPerson({ name: 'Eleanor Hargreaves' });
  await aModuleSaves(site.desk, { personId: people.saved, courseId: conduct.id }, [
    [2, 'incomplete', 20],
    [29, 'incomplete', 60],
    [2, 'failed', 70, 'final'],
  ]);
  const closings = Array.from({ length: 60 }, (_, nth) => [1, 'incomplete', nth, 'final'] as const);
  await aModuleSaves(site.desk, { personId: people.saved, courseId: safety.id }, closings);
  savedAt = safety.id;
  const claims = site.desk.app.get(Claims, { strict: false });
  const claim = { personId: people.half, doneOn: '2026-05-18', validUntil: null, words: LONG };
  const refused = await claims.send({ ...claim, slug: 'personal-safety', kind: 'recording' });
  await claims.decide(refused, { by: people.officer, accepted: false, words: 'It is another recording' });
  const file = Buffer.from('%PDF-1.7');
  claimId = await claims.send({ ...claim, slug: 'personal-safety', kind: 'outside_certificate', file });
  await given.aCertificate(people.done, {
    number: 'NMC-2026-7KQ4M2XWPH-5',
    at,
    validUntil: '2028-11-21',
    rendered: false,
  });
  await given.aCertificate(people.expired, {
    number: 'NMC-2023-7KQ4M2XWPH-5',
    at: '2023-11-22T10:00:00Z',
    validUntil: '2025-11-21',
  });
  await given.aCertificate(people.expired, {
    number: 'NMC-2024-7KQ4M2XWPH-5',
    at: '2024-11-22T10:00:00Z',
    validUntil: '2027-11-21',
    state: 'revoked',
  });
  for (let number = 1; number <= 45; number++)
    await given.aLetter(
      'amara.whitfield.of.a.rather.long.address@northmoor.example',
      `Letter ${number}: your certificate`,
      at,
    );
  await aProgramme();
  for (const id of [people.done, people.expired]) await site.desk.postAs(id, '/calendar/address', {});
  await site.desk.postAs(people.expired, '/calendar/address/revoke', {});
  letterId = await given.aLetter('bernard@northmoor.example', 'Your link to sign in', at);
}

/** Dates that are confirmed, provisional, cancelled and past, and one that nobody knows yet. */
async function aProgramme(): Promise<void> {
  const programme = site.desk.app.get(Programme, { strict: false });
  const add = (title: string, more: Partial<DescribedEvent> = {}) =>
    programme.addEvent(
      anEvent(title, {
        about: `What the law asks of every member, by cases. ${LONG}`,
        format: 'A talk, then groups of eight',
        facilitator: 'Bethan Rhys',
        officers: 'The monitoring officer',
        series: 'Core skills',
        outcomes: ['Declare an interest', LONG],
        ...more,
      }),
      null,
    );
  const plan = (eventId: string, on: string | null, more: Partial<SessionPlan> = {}): SessionPlan => ({
    eventId,
    place: 'Committee Room 2, The Guildhall, Aldermere',
    onlineUrl: null,
    districts: [],
    note: null,
    parts:
      on === null ? [] : [{ on, from: '09:30', to: '13:00', topics: ['the-code-of-conduct', 'looking-after-data'] }],
    pools: [],
    ...more,
  });
  const conduct = await add('A morning on conduct', { mandatory: true });
  await programme.addSession(plan(conduct, '2026-10-06'), 'delivered', null);
  const hybrid = plan(conduct, '2026-12-08', { onlineUrl: 'https://meet.example/1' });
  bookable.hybrid = await programme.addSession(hybrid, 'confirmed', null);
  const one = { seat: 'room', audience: 'member', places: 1, opensToAllOn: null } as const;
  bookable.full = await programme.addSession(plan(conduct, '2026-12-08', { pools: [one] }), 'confirmed', null);
  const off = await programme.addSession(plan(conduct, '2026-12-15'), 'confirmed', null);
  await programme.setState(off, 'cancelled', { by: null, revision: 1, reason: 'The hall is flooded' });
  const long = await add(LONG, { slug: 'a-long-one', kind: 'one-to-one' });
  await programme.addSession(plan(long, '2027-01-12', { districts: ['Aldermere'] }), 'provisional', null);
  await programme.addSession(plan(long, null, { place: null }), 'provisional', null);
  for (let number = 1; number <= 25; number++)
    await programme.addSession(plan(conduct, `2027-02-${String(number).padStart(2, '0')}`), 'confirmed', null);
}

/** What was published as rows is asked for, as when an officer publishes it. */
const isAsked = (courseId: string) =>
  site.desk.app
    .get(Transactions)
    .run((tx) => site.desk.app.get(Announcements, { strict: false }).announce(tx, new CourseDescribed(courseId)));

const signInAs = (who: string | undefined) => site.signInAs(who && people[who]);
const expectGoodPage = (path: string, name: string, status = 200) =>
  site.expectUsable(name, () => site.goTo(path, status));

beforeAll(async () => {
  site = await SiteInBrowser.open(PICTURES, { DEMO: 'true' });
});
afterAll(() => site?.close());

describe('before anything is published', () => {
  it.each([
    ['the home page', '/', 'home-empty'],
    ['the list of modules', '/modules', 'modules-empty'],
    ['the list of completed modules', '/modules?show=completed', 'modules-none-completed'],
    ['what is asked', '/standing', 'standing-empty'],
    ['the programme', '/programme', 'programme-empty'],
    ['what was in the programme', '/programme?show=past', 'programme-empty-past'],
    ['the mailbox', '/mailbox', 'mailbox-empty'],
  ])('%s says so', async (_, path, name) => {
    people.early ??= await site.desk.given.aPerson({ name: 'Ada Fenwick' });
    await signInAs('early');
    await expectGoodPage(path, name);
  });
});

describe('in a council that learns', () => {
  beforeAll(() => council(site.desk.given));

  it.each<[path: string, name: string, status?: number]>([
    ['/sign-in', 'sign-in'],
    ['/sign-in?next=/modules/the-code-of-conduct', 'sign-in-next'],
    ['/sign-in/link/unknown', 'sign-in-link-unknown', 410],
    ['/signed-out', 'signed-out'],
    ['/accessibility', 'accessibility'],
    ['/privacy', 'privacy'],
    ['/sign-in?next=/account&typed=kept', 'sign-in-kept'],
    ['/sign-in?next=/account&typed=lost', 'sign-in-lost'],
    ['/nowhere', 'not-found', 404],
    ['/modules/%E0%A4%A', 'unreadable', 404],
    [`/modules/${'a'.repeat(400)}`, 'too-long', 404],
    ['/mailbox', 'mailbox'],
    ['/mailbox?page=2', 'mailbox-page-2'],
    ['/mailbox?to=nobody', 'mailbox-nobody'],
  ])('a stranger can use %s', async (path, name, ...[status]) => {
    await signInAs(undefined);
    await expectGoodPage(path, name, status);
  });

  it('a letter says what it brings for a calendar', async () => {
    const { given, database } = site.desk;
    const id = await given.aLetter('bernard@northmoor.example', 'You have a place', at);
    await database.source.query(
      `update mail set calendar = 'BEGIN:VCALENDAR', calendar_method = 'REQUEST', calendar_url = 'http://localhost:3000/calendar/bookings/' || id || '.ics' where id = $1`,
      [id],
    );
    await expectGoodPage(`/mailbox/${id}`, 'mail-calendar');
  });

  it('a letter is shown as text and as it looks', async () => {
    await expectGoodPage(`/mailbox/${letterId}`, 'mail');
    const frame = await site.page.waitForFrame((one) => one.url().endsWith('/letter'));
    expect(await frame.$eval('a', (link) => link.textContent)).toBe('your modules');
  });

  it.each<[who: string, path: string, name: string, status?: number]>([
    ['new', '/', 'home-new'],
    ['half', '/', 'home-half'],
    ['done', '/', 'home-done'],
    ['expired', '/', 'home-expired'],
    ['half', '/standing', 'standing-half'],
    ['done', '/standing', 'standing-done'],
    ['half', '/standing/personal-safety/claim', 'claim-new'],
    ['new', '/standing/the-code-of-conduct/timeline', 'timeline-empty'],
    ['saved', '/standing/the-code-of-conduct/timeline', 'timeline'],
    ['saved', '/standing/personal-safety/timeline?page=2', 'timeline-long'],
    ['saved', '/standing', 'standing-saved'],
    ['half', '/programme', 'programme'],
    ['half', '/programme?page=2', 'programme-page-2'],
    ['half', '/programme?show=past', 'programme-past'],
    ['done', '/programme?need=yes&kind=meeting', 'programme-nothing'],
    ['half', '/programme/a-morning-on-conduct', 'event'],
    ['new', '/programme/a-long-one', 'event-long'],
    ['officer', '/admin/claims', 'claims'],
    ['half', '/calendar', 'calendar'],
    ['done', '/calendar?done=saved', 'calendar-made'],
    ['expired', '/calendar?done=revoked', 'calendar-revoked'],
    ['half', '/modules', 'modules'],
    ['half', '/modules?page=2', 'modules-page-2'],
    ['half', '/modules?page=9', 'modules-page-9'],
    ['half', '/modules?show=completed', 'modules-completed'],
    ['done', '/modules/the-code-of-conduct', 'module-done'],
    ['half', '/modules/the-code-of-conduct', 'module-half'],
    ['half', '/modules/personal-safety', 'module-failed'],
    ['new', '/modules/the-code-of-conduct', 'module-new'],
    ['new', `/modules/${LONG.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`, 'module-long'],
    ['new', '/modules/nothing', 'module-missing', 404],
    ['done', '/modules/the-code-of-conduct/finished', 'finished-certified'],
    ['half', '/modules/looking-after-data/finished', 'finished'],
    ['half', '/modules/personal-safety/finished', 'finished-failed'],
    ['half', '/modules/the-code-of-conduct/finished', 'finished-half'],
    ['officer', '/modules', 'refused', 403],
    ['officer', '/admin/people', 'people'],
    ['officer', '/admin/people?search=nobody', 'people-nobody'],
    ['administrator', '/admin/people/new', 'person-new'],
  ])('somebody who is %s can use %s', async (who, path, name, ...[status]) => {
    await signInAs(who);
    await expectGoodPage(path, name, status);
  });

  it('the number in the ring is seen in high contrast too', async () => {
    await signInAs('half');
    await site.goTo('/');
    const [number, text] = (await site.inHighContrast(() =>
      site.page.evaluate(
        `['.induct-ring__number', 'h1'].map((one, at) => getComputedStyle(document.querySelector(one))[at ? 'color' : 'fill'])`,
      ),
    )) as [string, string];
    expect(number).toBe(text);
  });

  it('stays as light as it is drawn where pages are dark, and still where nothing is to move', async () => {
    await signInAs('half');
    await site.page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: 'dark' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    try {
      await site.goTo('/needs');
      const seen = await site.page.evaluate(
        `[getComputedStyle(document.documentElement).colorScheme, getComputedStyle(document.querySelector('textarea')).backgroundColor]`,
      );
      expect(seen).toEqual(['light only', 'rgb(255, 255, 255)']);
      const rules = (await site.page.evaluate(
        `[...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]).flatMap(function within(rule) {
          if (rule.media && !matchMedia(rule.media.mediaText).matches) return [];
          const { animationName: named, transitionDuration: lasts, scrollBehavior } = rule.style ?? {};
          const moves = (named && named !== 'none') || parseFloat(lasts) > 0 || scrollBehavior === 'smooth';
          return [...(moves ? [rule.selectorText] : []), ...[...(rule.cssRules ?? [])].flatMap(within)];
        })`,
      )) as string[];
      expect(rules).toEqual([]);
    } finally {
      await site.page.emulateMediaFeatures([]);
    }
  });

  it('the account page shows where one is signed in, and ends it by a press', async () => {
    const { page, desk } = site;
    const personId = people.half!;
    const elsewhere = {
      userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1',
      address: '2001:db8:85a3:8d3:1319:8a2e:370:7348',
      by: 'letter' as const,
    };
    await desk.app
      .get(Transactions)
      .run((tx) => desk.app.get(SignIns, { strict: false }).signIn(tx, personId, elsewhere));
    await signInAs('half');
    await expectGoodPage('/account', 'account');
    const ends = () => page.$$('form[action$="/end"]');
    const before = (await ends()).length;
    await Promise.all([
      page.waitForNavigation(),
      (await page.$('form[action$="/end"]:not(li:first-child *) button'))!.click(),
    ]);
    expect(await ends()).toHaveLength(before - 1);
  });

  it('a place is booked, waited for, changed and cancelled', async () => {
    const bookings = site.desk.app.get(Bookings, { strict: false });
    const book = async (who: string, sessionId: string, seat: 'room' | 'online') => {
      const { id } = await bookings.book({ sessionId, seat, personId: people[who]!, by: people[who]! });
      return `/bookings/${id}`;
    };
    await signInAs('half');
    await expectGoodPage('/bookings', 'bookings-empty');
    await book('done', bookable.full, 'room');
    await book('half', bookable.hybrid, 'online');
    await expectGoodPage(`/bookings/new/${bookable.full}`, 'book-full');
    const waits = await book('half', bookable.full, 'room');
    await expectGoodPage(`${waits}?done=late`, 'booking-waits');
    await expectGoodPage(`${waits}/move`, 'booking-move');
    await expectGoodPage(`${waits}/cancel`, 'booking-cancel');
    await expectGoodPage('/bookings', 'bookings');
    await expectGoodPage('/programme/a-morning-on-conduct', 'event-booked');
    await signInAs('new');
    await expectGoodPage(`/bookings/new/${bookable.hybrid}`, 'book');
    await expectGoodPage(`${await book('new', bookable.hybrid, 'online')}?done=booked`, 'booking');
  });

  it('a claim is shown to officers with the form that decides it, and its own form says what is wrong', async () => {
    await signInAs('officer');
    await expectGoodPage(`/admin/claims/${claimId}`, 'claim');
    await signInAs('half');
    await expectGoodPage(`/standing/claims/${claimId}/take-back`, 'claim-take-back');
    await site.desk.postAs(people.half!, '/certificates/name', { name: 'Bernard Osei', why: 'I have married' });
    await site.goTo('/certificates/name');
    await site.expectUsable('name-take-back', () => site.press('a[href$="/take-back"]'));
    await site.expectUsable('claim-error', async () => {
      await site.goTo('/standing/the-code-of-conduct/claim');
      await site.press('main form button');
    });
  });

  it('what a member did at a module is told to officers too', async () => {
    await signInAs('officer');
    await expectGoodPage(`/admin/members/${people.saved}/timelines/${savedAt}`, 'timeline-officer');
  });

  it('what a member has shown can be withdrawn by officers, also when the form was filled in wrongly', async () => {
    await signInAs('officer');
    await expectGoodPage(`/admin/members/${people.done}/evidence`, 'evidence');
    await site.expectUsable('withdraw-error', async () => {
      await site.goTo(`/admin/members/${people.done}/evidence`);
      await site.press('main a[href$="/withdraw"]');
      await site.press('main form button');
    });
  });

  it('a person’s page shows their roles', async () => {
    await signInAs('administrator');
    await expectGoodPage(`/admin/people/${people.half}`, 'person');
  });

  it('“Start” leads to the player on the content origin', async () => {
    const { page } = site;
    const { CONTENT_ORIGIN } = site.desk.config;
    await signInAs('new');
    await page.goto(`${site.origin}/modules/the-code-of-conduct`);
    // Nothing answers there in this test: the request itself is what counts.
    const [request] = await Promise.all([
      page.waitForRequest((leaving) => leaving.url().startsWith(CONTENT_ORIGIN)),
      page.click('main form[action$="/start"] button').catch(() => undefined),
    ]);
    expect(request.url()).toMatch(new RegExp(`^${CONTENT_ORIGIN}/launch/[\\w-]{43}$`));
  });

  it('a guest can use whatever the links of an invitation and of a letter lead to', async () => {
    const { app, clock, database } = site.desk;
    const of = <T>(service: new (...args: never[]) => T): T => app.get(service, { strict: false });
    const by = people.officer!;
    const partnerId = await of(Partners).add({ name: 'Westmoor Borough Council', contact: 'Pat Quill' }, by);
    const pools = [{ seat: 'room', audience: 'partner', places: 1, opensToAllOn: null }] as const;
    const { id: sessionId } = await aBookable(of(Programme), by, {
      title: 'Chairing for neighbours',
      pools: [...pools],
    });
    const { token, viewToken } = await of(Invitations).invite({ sessionId, partnerId, by });
    const inLetterTo = async (email: string, address: RegExp) => {
      const sql = 'select body_text as text from mail where recipient = $1 order by created_at desc, id desc limit 1';
      const [row] = await database.source.query<[{ text: string }]>(sql, [email]);
      return address.exec(row.text)![0];
    };
    await signInAs(undefined);
    await expectGoodPage(`/invitations/${token}`, 'invitation');
    const asks = async (name: string, email: string) => {
      await of(Invitations).ask(token, { name, email });
      return await inLetterTo(email, /\/guest\/[\w-]+/);
    };
    const greta = await asks('Greta Guest', 'greta@westmoor.example');
    await expectGoodPage(greta, 'guest-to-confirm');
    await of(GuestPlaces).confirm(greta.split('/').at(-1)!);
    await expectGoodPage(greta, 'guest');
    await expectGoodPage(`${greta}/needs`, 'guest-needs');
    const gus = await asks('Gus Guest-Featherstonehaugh', 'gus@westmoor.example');
    await of(GuestPlaces).confirm(gus.split('/').at(-1)!);
    await expectGoodPage(gus, 'guest-waits');
    await expectGoodPage(`/invitations/guests/${viewToken}`, 'partner-guests');
    await expectGoodPage('/guest/nobody', 'guest-unknown', 404);
    const { sessionId: over } = await givenFeedback(site.desk, { people: 1 });
    // Of a session that is over nobody takes a place any more: she had hers before.
    const [{ id }] = await database.source.query<[{ id: string }]>(
      `with g as (insert into guest (id, partner_id, name, email, added_at)
                  values (gen_random_uuid(), $1, 'Gwen Guest', 'gwen@westmoor.example', now()) returning id)
       insert into booking (id, session_id, guest_id, audience, seat, state, number, booked_at)
       select gen_random_uuid(), $2, id, 'partner', 'room', 'booked', 1, now() from g returning guest_id as id`,
      [partnerId, over],
    );
    await of(GuestRegisters).save(over, { there: [id], seen: [] }, by);
    await of(GuestFeedback).askSome();
    await expectGoodPage(await inLetterTo('gwen@westmoor.example', /\/guest-feedback\/[\w-]+/), 'guest-feedback');
    clock.set(at);
  });
});
