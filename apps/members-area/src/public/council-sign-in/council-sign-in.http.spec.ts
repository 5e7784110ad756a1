import { CouncilSignInTrial, type KnownPerson } from '../../../../../test/support/council-sign-in-trial';
import { TravellingBrowser } from '../../../../../test/support/travelling-browser';

const MINUTE = 60_000;

let trial: CouncilSignInTrial;
beforeAll(async () => {
  trial = await CouncilSignInTrial.open();
});
afterAll(() => trial?.close());
beforeEach(() => trial.reset());

describe('a council account', () => {
  it('is linked by one letter to the address that we hold, and lets in by itself from then on', async () => {
    const amara = await trial.somebody({ name: 'Amara', email: 'somebody.else@northmoor.example' });
    const account = `Amara (${amara.email})`;
    const first = new TravellingBrowser();
    expect(await trial.signIn(first, amara.subject, '/modules/the-code')).toBe('/sign-in/council/account');
    const page = await trial.get(first, '/sign-in/council/account');
    expect(page.body).toContain(account);
    expect(page.body).toContain('value="somebody.else@northmoor.example"');
    expect(await trial.isIn(first)).toBe(false);
    expect(await trial.send(first, '/sign-in/council/account', { email: amara.email })).toBe('/sign-in/check');
    const [letter] = await trial.rows<{ text: string }>('select body_text as text from mail where recipient = $1', [
      amara.email,
    ]);
    expect(letter!.text).toContain(account);
    const link = await trial.linkTo(amara.email);
    expect((await trial.get(first, link)).body).toContain('This links a council account to you');
    expect(await trial.send(first, link, {})).toBe('/modules/the-code');
    expect(await trial.lettersTo(amara.email)).toContain('Your council account was linked');

    const second = new TravellingBrowser();
    expect(await trial.signIn(second, amara.subject, '/bookings')).toBe('/bookings');
    expect(await trial.isIn(second)).toBe(true);
    const onRecord = await trial.rows<{ action: string; by: string | null }>(
      `select action, detail ->> 'by' as by from audit_event where actor_id = $1 order by id`,
      [amara.id],
    );
    expect(onRecord).toEqual([
      { action: 'sign_in.council-linked', by: null },
      { action: 'sign_in.begun', by: 'letter' },
      { action: 'sign_in.begun', by: 'council' },
    ]);
  });

  it('that claims another’s address gets nobody in: the letter is theirs, and says whose account asks', async () => {
    const victim = await trial.somebody();
    const mallory = 'mallory@elsewhere.example';
    const thief = await trial.somebody({ email: victim.email, name: 'Mallory', preferred_username: mallory });
    const browser = new TravellingBrowser();
    await trial.signIn(browser, thief.subject);
    await trial.send(browser, '/sign-in/council/account', { email: victim.email });
    expect(await trial.isIn(browser)).toBe(false);
    const theirs = new TravellingBrowser();
    const link = await trial.linkTo(victim.email);
    expect((await trial.get(theirs, link)).body).toContain(`Mallory (${mallory})`);
    for (const code of ['', '0000 0000']) {
      const { status, body } = await theirs.ask(trial.site + link, { form: { code } });
      expect([status, body.includes(`Mallory (${mallory})`)]).toEqual([400, true]);
    }
    expect(await trial.rows('select 1 from identity where person_id = $1', [victim.id])).toHaveLength(0);
  });

  it('stays whose it is: a second letter for it links nothing', async () => {
    const [one, two] = [await trial.somebody(), await trial.somebody()];
    const browser = new TravellingBrowser();
    await trial.signIn(browser, one.subject);
    for (const { email } of [one, two]) await trial.send(browser, '/sign-in/council/account', { email });
    for (const { email } of [one, two]) await trial.send(browser, await trial.linkTo(email), {});
    expect(await trial.rows('select person_id as id from identity where subject = $1', [one.subject])).toEqual([
      { id: one.id },
    ]);
  });

  it('is told the same whether somebody has the address or not', async () => {
    const { subject } = await trial.somebody();
    const browser = new TravellingBrowser();
    await trial.signIn(browser, subject);
    const nobody = 'nobody@northmoor.example';
    expect(await trial.send(browser, '/sign-in/council/account', { email: nobody })).toBe('/sign-in/check');
    expect((await trial.get(browser, '/sign-in/check')).body).toContain(`If <strong class="induct-breaks">${nobody}`);
    const again = await browser.ask(`${trial.site}/sign-in/council/account`, { form: { email: 'not an address' } });
    expect([again.status, again.body.includes('value="not an address"')]).toEqual([400, true]);
    expect(await trial.send(new TravellingBrowser(), '/sign-in/council/account', { email: nobody })).toBe('/sign-in');
  });

  it('of somebody who has left is refused in words', async () => {
    const gone = await trial.somebody();
    await trial.link(gone);
    await trial.rows('update person set deactivated_at = now() where id = $1', [gone.id]);
    const browser = new TravellingBrowser();
    const failed = await trial.signIn(browser, gone.subject);
    expect(failed).toBe('/sign-in/council/failed?why=left&next=%2Fmodules');
    expect((await trial.get(browser, failed!)).body).toContain('You can no longer sign in here');
    expect(await trial.isIn(browser)).toBe(false);
    const denied = await trial.rows(`select 1 from audit_event where action = 'sign_in.denied' and subject_id = $1`, [
      gone.id,
    ]);
    expect(denied).toHaveLength(1);
  });

  it('is listed under “Your account” and unlinked there: a letter says so, and what it began elsewhere ends', async () => {
    const bea = await trial.somebody();
    const here = await trial.link(bea);
    const there = new TravellingBrowser();
    await trial.signIn(there, bea.subject);
    const { body } = await trial.get(here, '/account');
    const [, unlink] = /action="(\/account\/council-accounts\/[\w-]{36}\/unlink)"/.exec(body)!;
    const stranger = await trial.link(await trial.somebody());
    expect((await stranger.ask(trial.site + unlink, { form: {} })).status).toBe(404);
    expect(await trial.send(here, unlink!, {})).toBe('/account#council-account');
    expect([await trial.isIn(here), await trial.isIn(there)]).toEqual([true, false]);
    expect(await trial.lettersTo(bea.email)).toContain('Your council account was unlinked');
    expect((await trial.get(here, '/account')).body).toContain('None is linked');
    expect(await trial.signIn(new TravellingBrowser(), bea.subject)).toBe('/sign-in/council/account');
  });
});

describe('an answer', () => {
  let cy: KnownPerson;
  beforeAll(async () => {
    await trial.reset();
    cy = await trial.somebody();
    await trial.link(cy);
  });
  const failed = (why: string, next = '/modules') =>
    `/sign-in/council/failed?why=${why}${next === '/' ? '' : `&next=${encodeURIComponent(next)}`}`;
  /** An answer of the council, not opened yet. */
  const answer = async (browser: TravellingBrowser) => trial.answerOf(browser, await trial.start(browser), cy.subject);

  it('counts once: loaded again it leads on, and in a browser without a sign-in nowhere', async () => {
    const browser = new TravellingBrowser();
    const good = await answer(browser);
    expect(await trial.comeBack(browser, good)).toBe('/modules');
    expect(await trial.comeBack(browser, good)).toBe('/');
    expect(await trial.comeBack(new TravellingBrowser(), good)).toBe(failed('unasked', '/'));
  });

  it('counts once even with a state that is good', async () => {
    const browser = new TravellingBrowser();
    const used = await answer(browser);
    await trial.comeBack(browser, used);
    await trial.send(browser, '/sign-out', {});
    used.searchParams.set('state', (await trial.start(browser)).searchParams.get('state')!);
    expect(await trial.comeBack(browser, used)).toBe(failed('refused'));
    expect(await trial.isIn(browser)).toBe(false);
  });

  it('counts in the browser that asked, and is not used up by another', async () => {
    const [browser, other] = [new TravellingBrowser(), new TravellingBrowser()];
    await trial.start(other);
    const good = await answer(browser);
    expect(await trial.comeBack(other, good)).toBe(failed('unasked', '/'));
    expect(await trial.comeBack(browser, good)).toBe('/modules');
  });

  it.each([
    ['another state', (url: URL) => url.searchParams.set('state', 'x'.repeat(43)), 'unasked', '/'],
    ['two states', (url: URL) => url.searchParams.append('state', 'x'), 'unasked', '/'],
    ['no state', (url: URL) => url.searchParams.delete('state'), 'unasked', '/'],
    ['another issuer', (url: URL) => url.searchParams.set('iss', 'https://elsewhere.example'), 'refused', '/modules'],
    ['no issuer', (url: URL) => url.searchParams.delete('iss'), 'refused', '/modules'],
    ['a made-up code', (url: URL) => url.searchParams.set('code', 'made-up'), 'refused', '/modules'],
    ['no code', (url: URL) => url.searchParams.delete('code'), 'refused', '/modules'],
  ])('with %s is refused', async (_what, forge, why, next) => {
    const browser = new TravellingBrowser();
    const forged = await answer(browser);
    forge(forged);
    expect(await trial.comeBack(browser, forged)).toBe(failed(why, next));
    expect(await trial.isIn(browser)).toBe(false);
  });

  it.each([
    ['nonce', 'nonce', 'another'],
    ['verifier', 'code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'],
  ])('to a question with another %s is refused', async (_what, parameter, value) => {
    const browser = new TravellingBrowser();
    const at = await trial.start(browser);
    at.searchParams.set(parameter, value);
    expect(await trial.comeBack(browser, await trial.answerOf(browser, at, cy.subject))).toBe(failed('refused'));
    expect(await trial.isIn(browser)).toBe(false);
  });

  it('that comes too late leads to where it was to lead, by a letter', async () => {
    const browser = new TravellingBrowser();
    const late = await answer(browser);
    trial.desk.clock.advance(16 * MINUTE);
    expect(await trial.comeBack(browser, late)).toBe(failed('late'));
    expect((await trial.get(browser, failed('late'))).body).toContain('name="next" value="/modules"');
  });

  it('that says no is no error of ours', async () => {
    const browser = new TravellingBrowser();
    const no = await trial.answerOf(browser, await trial.start(browser, '/bookings'), undefined);
    expect(no.searchParams.get('error')).toBe('access_denied');
    expect(await trial.comeBack(browser, no)).toBe(failed('refused', '/bookings'));
  });

  it('from a council that has gone away leads on by a letter, and health says it', async () => {
    const browser = new TravellingBrowser();
    const good = await answer(browser);
    await trial.council.stop();
    expect(await trial.comeBack(browser, good)).toBe(failed('away'));
    const cookie = await trial.desk.cookie('administrator');
    const health = (await (await fetch(`${trial.site}/health`, { headers: { cookie } })).json()) as object;
    expect(health).toMatchObject({
      status: 'degraded',
      parts: { 'council sign-in': { ok: false, says: expect.stringContaining('ECONNREFUSED') } },
    });
  });
});

describe('showing once more who one is', () => {
  it('takes the council’s account where a remembered device is too weak, and leads on', async () => {
    const dee = await trial.somebody();
    const browser = await trial.link(dee);
    await trial.rows(`update sign_in set way = 'device' where person_id = $1`, [dee.id]);
    expect((await trial.get(browser, '/standing')).to).toBe(`${trial.site}/sign-in/again?next=%2Fstanding`);
    const page = await trial.get(browser, '/sign-in/again?next=%2Fstanding');
    expect(page.body).toContain('href="/sign-in/council?next=%2Fstanding"');
    expect(page.body).toContain('Email me a link');
    expect(await trial.signIn(browser, dee.subject, '/standing')).toBe('/standing');
    expect((await trial.get(browser, '/standing')).status).toBe(200);
    expect((await trial.get(browser, '/sign-in/again?next=%2Fstanding&asks=fresh')).body).not.toContain(
      '/sign-in/council?',
    );
  });
});

describe('a link that is opened signed out', () => {
  it('of every kind lands where it pointed, by the council’s account', async () => {
    await trial.desk.given.aModule({ title: 'The code of conduct', core: true });
    const eli = await trial.somebody({}, ['member', 'tester', 'officer']);
    const browser = await trial.link(eli);
    const paths = [
      '/',
      '/modules/the-code-of-conduct',
      '/modules?show=open',
      '/standing',
      '/standing/may-i-sit',
      '/certificates',
      '/certificates/shown',
      '/programme',
      '/bookings',
      '/feedback',
      '/check-in',
      '/proposals/new',
      '/account/letters',
      '/needs',
      '/testing',
      '/admin',
      '/admin/people?role=officer',
      `/admin/people/${eli.id}`,
      '/admin/certificates',
      '/admin/register',
      '/admin/proposals',
      '/kept-form',
      '/first-weeks',
      '/minutes',
    ];
    for (const path of paths) {
      await trial.send(browser, '/sign-out', {});
      const asked = await trial.get(browser, path);
      const page = await browser.ask(asked.to!);
      const [, council] = /href="(\/sign-in\/council\?next=[^"]*)"/.exec(page.body)!;
      const at = await browser.ask(trial.site + council!.replaceAll('&amp;', '&'));
      expect([
        path,
        await trial.comeBack(browser, await trial.answerOf(browser, new URL(at.to!), eli.subject)),
      ]).toEqual([path, path]);
      expect([path, (await trial.get(browser, path)).status]).toEqual([path, 200]);
    }
  });
});
