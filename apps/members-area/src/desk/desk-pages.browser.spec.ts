import { randomBytes, randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROLES } from '@induct/people';
import type { ElementHandle } from 'puppeteer';
import { aCouncilAtWork, aProgramme, LONG, mandatesOf } from '../../../../test/support/council-at-work';
import type { Desk } from '../../../../test/support/given-desk';
import { NUMBER, UPLOADS } from '../../../../test/support/given-desk-rows';
import { declares } from '../../../../test/support/declared';
import { givenAttendance } from '../../../../test/support/given-attendance';
import { givenPlaces } from '../../../../test/support/given-places';
import { givenFeedback, givenLessons, givenResults } from '../../../../test/support/given-feedback';
import { givenMarks } from '../../../../test/support/given-marks';
import { givenSitting } from '../../../../test/support/given-sitting';
import { givenVersions } from '../../../../test/support/given-versions';
import { scormPackage } from '../../../../test/support/packages';
import { expectAccessible, expectNoSidewaysScroll } from '../../../../test/support/axe';
import { SiteInBrowser } from '../../../../test/support/site-in-browser';
import { findRooms } from '../frame/rooms';
import { sitePlan } from '../frame/site-plan';

const PICTURES = '.data/screenshots/desk';

const uploadIds = Object.fromEntries(UPLOADS.map(([state]) => [state, randomUUID()])) as Record<string, string>;

let site: SiteInBrowser;
let desk: Desk;
let memberId: string;
let retakerId: string;

const expectUsable = (path: string, name: string) => site.expectUsable(name, () => site.goTo(path));

beforeAll(async () => {
  site = await SiteInBrowser.open(PICTURES);
  desk = site.desk;
});
afterAll(() => site?.close());

/** Every page with an address of its own, as the first of those who may open it. */
const tour = sitePlan(findRooms().screens).pages.flatMap(({ path, access: [first], demo }) => {
  // There is no register until two officers have said so: it is looked at below.
  if (demo || path.includes(':') || path === '/register/planning') return [];
  const who = ROLES.find((role) => role === first) ?? (first === 'signed-in' ? 'member' : undefined);
  return [[path, who ?? 'stranger', who] as const];
});

describe('an empty council', () => {
  it.each(tour)('%s can be used by everybody: a %s', async (path, _, who) => {
    await (who ? site.signIn(who) : site.signInAs(undefined));
    await expectUsable(path, `empty${path === '/' ? '-home' : path.replaceAll('/', '-')}`);
  });

  it('is looked at as a whole', () => {
    expect(tour.length).toBeGreaterThan(20);
  });
});

describe('a council that is at work', () => {
  beforeAll(async () => {
    ({ memberId, retakerId } = await aCouncilAtWork(desk, uploadIds));
  });

  it.each([
    ['/admin', 'overview'],
    ['/admin/schemes', 'schemes'],
    ['/admin/schemes/core-skills', 'scheme'],
    ['/admin/schemes/core-skills/draft', 'scheme-draft'],
    ['/admin/schemes/core-skills/effects', 'scheme-effects'],
    ['/admin/templates', 'templates'],
    ['/admin/templates/1', 'template'],
    ['/admin/templates/1/draft', 'template-draft'],
    ['/admin/progress', 'progress'],
    ['/admin/progress?module=the-code-of-&group=Labour&status=completed', 'progress-filtered'],
    ['/admin/progress?search=nobody', 'progress-nobody'],
    ['/admin/progress?status=retake_overdue', 'progress-overdue'],
    ['/admin/uploads', 'uploads'],
    ['/admin/uploads/new', 'upload-new'],
    ['/admin/modules', 'modules'],
    ['/admin/modules/the-code-of-', 'module'],
    ['/admin/modules/the-code-of-?done=described', 'module-described'],
    ['/admin/modules/the-code-of-/describe', 'describe'],
    ['/admin/certificates', 'certificates'],
    ['/admin/certificates?q=nobody', 'certificates-nobody'],
    [`/admin/certificates/${NUMBER}`, 'certificate'],
    [`/admin/certificates/${NUMBER}?done=sent`, 'certificate-sent'],
    [`/admin/certificates/${NUMBER}/revoke`, 'revoke'],
    ['/admin/certificates/NMC-2026-1KQ4M-2XWPH-1', 'certificate-revoked'],
    ['/admin/jobs', 'jobs'],
    ...UPLOADS.map(([state]) => [`/admin/uploads/${uploadIds[state]}`, `upload-${state}`] as [string, string]),
  ])('%s can be used by everybody', async (path, name) => {
    await site.signIn('officer');
    await expectUsable(path, name);
  });

  it('facts of the council, and the review of a module that says them, can be used by everybody', async () => {
    const [course] = await desk.database.source.query<{ id: string }[]>(
      `select id from course where slug = 'the-code-of-'`,
    );
    const module = '/admin/modules/the-code-of-';
    await declares(desk.database.source, course!.id);
    await site.signIn('officer');
    const pages = ['/admin/facts', '/admin/facts/fraud_line', `${module}/review`, `${module}/paragraphs/gifts`];
    for (const page of pages) await expectUsable(page, `facts${page.replaceAll('/', '-')}`);
    await site.expectUsable('review-wrong', async () => {
      await site.goTo(`${module}/review`);
      await site.press('main form button');
    });
  });

  it.each([
    ['/admin/certificates', '.induct-list', 767],
    [`/admin/certificates/${NUMBER}`, '.induct-table', 640],
  ])('%s has a table wherever there is room for one', async (path, table, narrow) => {
    await site.signIn('officer');
    await site.goTo(path);
    for (const width of [640, 641, narrow, narrow + 1]) {
      await site.page.setViewport({ width, height: 900 });
      await expectNoSidewaysScroll(site.page);
      const shown = await site.page.evaluate(
        `(([row, heads]) => ({ row: getComputedStyle(row).display, heads: heads.offsetHeight > 1 }))(
          ['tbody tr', 'thead'].map((part) => document.querySelector('${table} ' + part)))`,
      );
      const entry = table === '.induct-list' ? 'flex' : 'block';
      const isTable = width > narrow;
      expect({ width, shown }).toEqual({ width, shown: { row: isTable ? 'table-row' : entry, heads: isTable } });
    }
  });

  it('a member’s page can be used by everybody', async () => {
    await site.signIn('officer');
    await expectUsable(`/admin/members/${memberId}`, 'member');
    await expectUsable(`/admin/members/${retakerId}`, 'member-retakes');
    await expectUsable(`/admin/members/${memberId}/evidence`, 'evidence-none');
  });

  it('what a member has done elsewhere can be entered by everybody, also when the form was filled in wrongly', async () => {
    await site.signIn('officer');
    await expectUsable(`/admin/members/${memberId}/enter`, 'enter');
    await site.expectUsable('enter-form', () => site.press('main ul.govuk-list a'));
    await site.expectUsable('enter-wrong', () => site.press('main form button'));
  });

  it('completions to look at can be used by everybody, also when the form was filled in wrongly', async () => {
    await site.signIn('officer');
    await expectUsable('/admin/members/waiting', 'looks-none');
    const [row] = await desk.database.source.query<{ id: string; person: string }[]>(
      `with doubted as (
         insert into doubtful_completion (attempt_id, doubts, recorded_at)
         select a.id, '{quick,quick_day,more_time_than_passed}', $1 from attempt a where a.completed_at is not null
          limit 1 returning attempt_id)
       select a.id, r.person_id as person from doubted d join attempt a on a.id = d.attempt_id
         join registration r on r.id = a.registration_id`,
      [desk.clock.now()],
    );
    await expectUsable('/admin/members/waiting', 'looks');
    await expectUsable(`/admin/members/${row!.person}`, 'member-doubted');
    await expectUsable(`/admin/members/${row!.person}/looks/${row!.id}`, 'look');
    await site.expectUsable('look-wrong', async () => {
      await site.goTo(`/admin/members/${row!.person}/looks/${row!.id}`);
      await site.press('main form button');
    });
  });

  it('who may sit can be used by everybody, on paper and in the register', async () => {
    await givenSitting(desk, memberId);
    await site.signIn('officer');
    const pages = [
      'sit',
      'sit/paper',
      'as-of',
      'register',
      'register/edition',
      'register/asked',
      'register/accreditation',
    ];
    for (const page of pages) await expectUsable(`/admin/${page}`, page.replace('/', '-'));
    await site.signInAs(memberId);
    await expectUsable('/standing/may-i-sit', 'may-i-sit');
    await site.signInAs(undefined);
    await expectUsable('/register/planning', 'register-planning');
  });

  it('who was at a session can be ticked, corrected, printed and shown a code by everybody', async () => {
    const { open, closed, talks } = await givenAttendance(desk);
    await site.signIn('officer');
    for (const page of ['register', 'register/sheet', 'register/sign-in-sheet', 'code'])
      await expectUsable(`/admin/programme/sessions/${open}/${page}`, `attendance-${page.replace('/', '-')}`);
    for (const page of ['register/corrections', 'code'])
      await expectUsable(`/admin/programme/sessions/${closed}/${page}`, `attendance-closed-${page.replace('/', '-')}`);
    await expectUsable(talks, 'attendance-talks');
  });

  it('the people of a session and what they need, partners and their guests, can be used by everybody', async () => {
    const { id, booking, partner, invitation, view, guest } = await givenPlaces(desk);
    const session = `/admin/programme/sessions/${id}`;
    await site.signIn('officer');
    for (const page of ['people', 'people?show=waiting', 'people/book', 'needs', 'needs/kitchen', 'register'])
      await expectUsable(`${session}/${page}`, `places-${page.replaceAll(/\W/g, '-')}`);
    for (const page of ['', '/cancel', '/move'])
      await expectUsable(`${session}/people/${booking}${page}`, `places-booking${page.replace('/', '-')}`);
    await expectUsable(`/admin/partners/${partner}`, 'partner');
    await site.signInAs(undefined);
    await expectUsable(`/invitations/${invitation}`, 'invitation');
    await expectUsable(`/invitations/guests/${view}`, 'invitation-guests');
    await expectUsable(guest, 'guest-unconfirmed');
    await site.press('main form button');
    await expectUsable(guest, 'guest');
    await expectUsable(`${guest}/needs`, 'guest-needs');
  });

  it('what people said of a session, its lessons and what came of it can be read and answered by everybody', async () => {
    const now = desk.clock.now().toISOString();
    const { sessionId, people } = await givenFeedback(desk, { people: 12 });
    const base = `/admin/programme/sessions/${sessionId}`;
    await site.signInAs(people[0]);
    await expectUsable(`/feedback/${sessionId}?q1=1`, 'feedback');
    await site.signIn('officer');
    await expectUsable(`${base}/results`, 'results-open');
    const capture = await givenLessons(desk, sessionId);
    await site.signInAs(undefined);
    await expectUsable(capture, 'capture');
    await givenResults(desk, { sessionId, people });
    await site.signIn('officer');
    await expectUsable(`${base}/results?done=said`, 'results');
    await expectUsable(`${base}/lessons`, 'lessons');
    await expectUsable('/admin/programme/evaluation', 'evaluation');
    await expectUsable('/admin/programme/events/answering-questions', 'event-with-gaps');
    await expectUsable('/admin/programme/events/answering-questions/evaluation', 'event-evaluation');
    await site.signInAs(people[1]);
    await expectUsable('/feedback', 'feedback-own');
    await expectUsable(`/feedback/${sessionId}?done=answered`, 'feedback-answered');
    desk.clock.set(now);
  });

  it('versions of the programme, what is published and what is proposed can be used by everybody', async () => {
    const { slug, proposal, candidate } = await givenVersions(desk);
    await site.signIn('officer');
    const at = `/admin/versions/${slug}`;
    for (const [path, name] of [
      ['/admin/versions', 'versions'],
      [at, 'version-changes'],
      [`${at}/edit`, 'version-edit'],
      [`${at}/1`, 'version'],
      [`${at}/2/decision`, 'version-decision'],
      [`${at}/candidates`, 'candidates'],
      [`${at}/candidates/${candidate}/remove`, 'candidate-remove'],
      ['/admin/proposals', 'proposals'],
      [`/admin/proposals/${proposal}`, 'proposal'],
      ['/proposals', 'proposals-own'],
    ] as const)
      await expectUsable(path, name);
    await site.signIn('tester');
    await expectUsable('/testing/programme', 'testing-programme');
    await expectUsable(`/testing/programme/${slug}/2`, 'testing-version');
    await expectUsable('/testing/proposals', 'testing-proposals');
    await site.signInAs(undefined);
    await expectUsable(`/programmes/${slug}`, 'published-programme');
    await expectUsable('/programmes', 'published-programmes');
  });

  it.each(['auditor', 'administrator'] as const)('the overview of an %s can be used by everybody', async (role) => {
    await site.signIn(role);
    await expectUsable('/admin', `overview-${role}`);
  });

  it('shows how far an upload is, and then its report', async () => {
    const { page } = site;
    await site.signIn('officer');
    const file = join(desk.config.DATA_DIR, 'golf.zip');
    await writeFile(file, await scormPackage({ title: 'Golf', files: { 'film.mp4': randomBytes(3_000_000) } }));
    await page.setViewport({ width: 1280, height: 900 });
    await site.goTo('/admin/uploads/new');
    const said: string[] = [];
    await page.exposeFunction('heard', (text: string) => said.push(text));
    await page.evaluate(`new MutationObserver(() => heard(document.querySelector('[data-upload-says]').textContent))
      .observe(document.querySelector('[data-upload-says]'), { childList: true })`);
    await ((await page.$('input[type=file]')) as ElementHandle<never>).uploadFile(file);
    await page.click('main button[type=submit]');
    await page.waitForFunction(`location.pathname.match(/uploads\\/[0-9a-f-]{36}$/)`);
    await page.waitForSelector('dl');
    expect(said.some((text) => text.startsWith('Uploading'))).toBe(true);
    expect(await page.$eval('h1', (heading) => heading.textContent)).toBe('“Golf” was accepted');
  });

  it('a revocation without a reason can be used by everybody', async () => {
    await site.signIn('officer');
    await site.expectUsable('revoke-wrong', async () => {
      await site.goTo(`/admin/certificates/${NUMBER}/revoke`);
      await site.press('main button[type=submit]');
    });
    expect(await site.page.title()).toMatch(/^Error: /);
  });

  it('a revocation on its way can be used by everybody', async () => {
    await desk.post('officer', `/admin/certificates/${NUMBER}/revoke`, { reason: `${LONG}.\n\nThat is why.` });
    await site.signIn('officer');
    await expectUsable(`/admin/certificates/${NUMBER}`, 'certificate-proposed-by-me');
    await site.signInAs(await desk.given.aPerson({ name: 'Oscar Second', roles: ['officer'] }));
    await expectUsable(`/admin/certificates/${NUMBER}`, 'certificate-proposed');
    await expectUsable('/admin/certificates?state=proposed', 'certificates-proposed');
    await site.expectUsable('revoke-undecided', async () => {
      await site.goTo(`/admin/certificates/${NUMBER}/revoke`);
      await site.press('main button[type=submit]');
    });
    expect(await site.page.title()).toMatch(/^Error: /);
  });

  it('what officers do about certificates can be used by everybody', async () => {
    const second = await desk.given.aPerson({ name: 'Omar Second', roles: ['officer'] });
    const addressIn = ({ body }: { body: string }, kind: string) =>
      new RegExp(`href="(/admin/${kind}/[0-9a-f-]{36})"`).exec(body)![1]!;
    const scheme = '0195c0de-0000-7000-8000-000000000001';
    const day = { 'achieved-day': '18', 'achieved-month': '5', 'achieved-year': '2026' };
    const reason = `${LONG}.\n\nThe paper is in the office.`;
    await desk.postAs(memberId, '/certificates/name', { name: LONG.slice(0, 90), why: reason });
    const paper = { field: 'file', name: 'a.pdf', type: 'application/pdf', content: Buffer.from('%PDF-1.7 shown') };
    const person = await desk.given.aPerson({ name: 'Ned Newcomer' });
    const byHand = { person, scheme, ...day, shown: LONG.slice(0, 100), reason };
    await desk.sendFile(await desk.who('officer'), '/admin/by-hand/new', paper, byHand);
    await desk.post('officer', `/admin/certificates/${NUMBER}/suspend`, { reason });
    const batch = await desk.post('officer', '/admin/batches', { scheme });
    await site.signInAs(second);
    const name = addressIn(await desk.getAs(second, '/admin/names'), 'names');
    const hand = addressIn(await desk.getAs(second, '/admin/by-hand'), 'by-hand');
    for (const [path, picture] of [
      ['/admin/names', 'names'],
      [name, 'name'],
      ['/admin/by-hand', 'by-hand'],
      [hand, 'by-hand-one'],
      [String(batch.headers.location), 'batch-dry-run'],
      [`/admin/certificates/${NUMBER}/suspend`, 'suspend-decide'],
    ] as const)
      await expectUsable(path, picture);
    const page = await desk.getAs(second, `/admin/certificates/${NUMBER}/suspend`);
    const proposal = /name="proposal" value="([^"]+)"/.exec(page.body)![1]!;
    await desk.postAs(second, `/admin/certificates/${NUMBER}/suspend/decision`, { proposal, decision: 'suspend' });
    await expectUsable(`/admin/certificates/${NUMBER}/lift`, 'lift');
    await expectUsable(`/admin/certificates/${NUMBER}`, 'certificate-suspended');
    await site.expectUsable('by-hand-wrong', async () => {
      await site.goTo(`/admin/by-hand/new?person=${memberId}`);
      await site.press('main form button');
    });
    await site.signInAs(memberId);
    await expectUsable('/certificates/name', 'own-name-waiting');
    await expectUsable('/certificates', 'own-suspended');
  });

  it('what stands on certificates can be used by everybody, also when a form was filled in wrongly', async () => {
    const pages = await givenMarks(desk);
    for (const role of ['officer', 'administrator'] as const) {
      await site.signIn(role);
      for (const [path, name] of pages[role]) await expectUsable(path, name);
    }
    await site.signIn('officer');
    await site.expectUsable('signatory-wrong', async () => {
      await site.goTo('/admin/signatories/new');
      await site.press('main form button');
    });
  });

  it('the queue board runs as our policy lets it, and asks nobody else for anything', async () => {
    await site.signIn('administrator');
    const board = await site.browser.newPage();
    await board.setViewport({ width: 1280, height: 900 });
    const troubles: string[] = [];
    board.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
    board.on('request', (request) => request.url().startsWith(site.origin) || troubles.push(request.url()));
    await board.goto(`${site.origin}/admin/queues`, { waitUntil: 'networkidle0' });
    await board.waitForFunction(`document.body.innerText.includes('certificates')`);
    await board.close();
    expect(troubles).toEqual([]);
  });

  it('what stands beside a page is folded on a phone, and unfolded by a key', async () => {
    await site.signIn('officer');
    const { page } = site;
    const beside = () => page.$eval('#beside', (list) => list.checkVisibility());
    const toggle = 'button[aria-controls=beside]';
    await page.setViewport({ width: 1280, height: 900 });
    await site.goTo('/admin/schemes');
    expect(await beside()).toBe(true);
    await page.setViewport({ width: 320, height: 800 });
    await page.waitForSelector(`${toggle}:not([hidden])`);
    expect(await beside()).toBe(false);
    await page.focus(toggle);
    await page.keyboard.press('Enter');
    expect([await beside(), await page.$eval(toggle, (button) => button.ariaExpanded)]).toEqual([true, 'true']);
    await expectAccessible(page);
    const plain = await site.browser.newPage();
    await plain.setJavaScriptEnabled(false);
    await plain.setViewport({ width: 320, height: 800 });
    await plain.goto(`${site.origin}/admin/schemes`);
    expect(await plain.$eval('#beside', (list) => list.checkVisibility())).toBe(true);
    await plain.close();
  });

  it('mandates can be used by everybody, also when the form was filled in wrongly', async () => {
    const { id, waitsId, lateId, second } = await mandatesOf(desk, LONG);
    await site.signIn('officer');
    await expectUsable('/admin/mandates', 'mandates');
    await expectUsable(`/admin/mandates/${id}`, 'mandate');
    await expectUsable(`/admin/mandates/${id}/end`, 'mandate-end');
    await expectUsable('/admin/mandates/overdue', 'overdue');
    await site.expectUsable('mandate-new-wrong', async () => {
      await site.goTo('/admin/mandates/new');
      await site.press('main form button');
    });
    expect(await site.page.title()).toMatch(/^Error: /);
    await site.signInAs(second);
    await expectUsable(`/admin/mandates/${waitsId}`, 'mandate-waits');
    await site.signInAs(lateId);
    await expectUsable('/', 'home-due');
    await expectUsable('/standing', 'standing-due');
  });

  it('the programme can be used by everybody, also when a form was filled in wrongly', async () => {
    const { event, session } = await aProgramme(desk, LONG);
    await site.signIn('officer');
    await expectUsable('/admin/programme', 'programme');
    await expectUsable('/admin/programme/fixed-dates', 'fixed-dates');
    await expectUsable(event, 'programme-event');
    await expectUsable(`${event}/edit`, 'programme-event-edit');
    await expectUsable(`${event}/mandate`, 'event-mandate');
    await expectUsable(session, 'programme-session');
    await expectUsable(`${session}/edit`, 'programme-session-edit');
    await expectUsable(`${session}/postpone`, 'programme-session-postpone');
    await site.expectUsable('programme-session-cancel-wrong', async () => {
      await site.goTo(`${session}/cancel`);
      await site.press('main form .govuk-button--warning');
    });
    await site.expectUsable('programme-session-new-wrong', async () => {
      await site.goTo('/admin/programme/sessions/new');
      await site.page.$eval('#from1', (input) => ((input as unknown as { value: string }).value = 'soon'));
      await site.press('main form > .govuk-button:last-of-type');
    });
    expect(await site.page.title()).toMatch(/^Error: /);
  });

  it('a form that was filled in wrongly can be used by everybody', async () => {
    await site.signIn('officer');
    await site.expectUsable('describe-wrong', async () => {
      await site.goTo('/admin/modules/the-code-of-/describe');
      await site.page.$eval('#minutes', (input) => ((input as unknown as { value: string }).value = 'soon'));
      await site.press('main button[type=submit]');
    });
    expect(await site.page.title()).toMatch(/^Error: /);
  });

  it('is filtered by keyboard alone, without JavaScript', async () => {
    const { page } = site;
    await site.signIn('officer');
    await page.setViewport({ width: 1280, height: 900 });
    await page.setJavaScriptEnabled(false);
    await site.goTo('/admin/progress');
    await page.focus('#search');
    await page.keyboard.type('Bernadette');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    await page.setJavaScriptEnabled(true);
    expect(page.url()).toContain('search=Bernadette');
    expect(await page.$$eval('a[href^="/admin/members/"]', (links) => links.length)).toBe(3);
  });
});
