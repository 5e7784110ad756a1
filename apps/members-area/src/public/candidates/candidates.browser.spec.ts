import { FixedDates } from '@induct/events';
import { FirstSteps, OwnFirstWeeks } from '@induct/handbook';
import { Elections, Terms } from '@induct/people';
import { expectNoSidewaysScroll } from '../../../../../test/support/axe';
import { LONG } from '../../../../../test/support/council-at-work';
import { SiteInBrowser } from '../../../../../test/support/site-in-browser';

const STEPS = '/admin/first-steps';
/** The width of a sheet without its margins, in pixels of a page. */
const A4 = 680;
let site: SiteInBrowser;
let steps: FirstSteps;
let [election, second, waitsFor] = ['', '', ''];
const of = <T>(service: new (...given: never[]) => T): T => site.desk.app.get(service, { strict: false });
const expectUsable = (name: string, path: string, status?: number) =>
  site.expectUsable(name, () => site.goTo(path, status));

beforeAll(async () => {
  site = await SiteInBrowser.open('.data/screenshots/candidates');
  const { desk } = site;
  desk.clock.set('2025-01-10T09:00:00Z');
  const officer = await desk.who('officer');
  second = await desk.given.aPerson({ name: 'Sam Second', roles: ['officer'], since: new Date('2024-01-01') });
  steps = of(FirstSteps);
  await steps.addUsual(officer);
  const { rows } = await steps.page({ limit: 50, offset: 0 });
  const [first, other] = rows.filter(({ law, anchor }) => law && anchor);
  waitsFor = other!.stepId;
  await steps.confirm(first!.stepId, { seen: 1, by: second });
  const long = { title: LONG.slice(0, 150), titleCy: LONG.slice(0, 150), about: LONG, aboutCy: LONG };
  const form = { formTitle: LONG.slice(0, 150), formTitleCy: LONG.slice(0, 150), formUrl: '/programmes' };
  const rule = { anchor: 'poll', otherAnchor: 'office', count: 28, unit: 'days', isFirstCounted: true } as const;
  const added = await steps.add(
    {
      ...long,
      ...form,
      ...rule,
      stage: 'first_day',
      position: 15,
      closed: 'stay',
      law: LONG.slice(0, 200),
      atOnceBecause: null,
    },
    officer,
  );
  await steps.confirm(added, { seen: 1, by: second });
  const division = LONG.slice(0, 100);
  election = await of(Elections).hold({ kind: 'by_election', heldOn: '2024-02-29', division, by: officer });
  desk.clock.set('2025-04-01T09:00:00Z');
});
afterAll(() => site?.close());

it('what candidates read can be used by everybody: open, frozen, on paper, without JavaScript', async () => {
  const { page } = site;
  await site.signInAs(undefined);
  await expectUsable('candidates', '/candidates');
  await expectUsable('choose', '/candidates/first-weeks');
  await expectUsable('first-weeks', `/candidates/first-weeks?election=${election}`);
  await page.setJavaScriptEnabled(false);
  const chosen = async () => {
    await site.goTo('/candidates/first-weeks');
    await page.type('#poll-day', '31');
    await page.type('#poll-month', '2');
    await page.type('#poll-year', '2027');
    await site.press('main form button');
  };
  await chosen();
  await page.setJavaScriptEnabled(true);
  await expectUsable('choose-error', new URL(page.url()).pathname + new URL(page.url()).search, 400);
  expect(await page.title()).toMatch(/^Error: /);
  expect(await page.$eval('#poll-day', (box) => (box as unknown as { value: string }).value)).toBe('31');
  await of(FixedDates).add({ on: '2025-05-01', kind: 'poll', title: 'Everybody' }, second);
  await expectUsable('first-weeks-frozen', `/candidates/first-weeks?election=${election}`);
  expect(await page.evaluate('document.cookie')).toBe('');
  expect(await page.browserContext().cookies()).toEqual([]);
  await page.emulateMediaType('print');
  await page.setViewport({ width: A4, height: 900 });
  await site.goTo(`/candidates/first-weeks?kind=ordinary&poll=2017-05-04`);
  await expectNoSidewaysScroll(page);
  // Forms are not printed, nor what stands above one.
  await site.goTo('/candidates/first-weeks');
  expect(await page.$eval('main', (main) => (main as unknown as { innerText: string }).innerText)).not.toContain(
    'enter its days',
  );
  await page.emulateMediaType();
});

it('what whoever was elected does first can be used by everybody', async () => {
  const { desk } = site;
  desk.clock.set('2024-03-28T09:00:00Z');
  const ann = await desk.given.aPerson({ name: 'Ann Baker' });
  const term = { personId: ann, electionId: election, division: 'Kelderby', until: null, by: second };
  await of(Terms).elect({ ...term, takesOfficeOn: '2024-03-04' });
  await of(OwnFirstWeeks).done(ann, waitsFor);
  await site.signInAs(ann);
  await expectUsable('own-weeks', '/first-weeks');
  await expectUsable('home', '/');
});

it('the desk of first steps can be used by everybody, also when a form was filled in wrongly', async () => {
  const { rows } = await steps.page({ limit: 50, offset: 0 });
  const waiting = rows.find(({ title }) => title === 'Register your interests')!;
  await site.signInAs(second);
  await expectUsable('steps', STEPS);
  await expectUsable('step', `${STEPS}/${waiting.stepId}`);
  await expectUsable('step-long', `${STEPS}/${rows.find(({ title }) => title.startsWith(LONG.slice(0, 20)))!.stepId}`);
  await expectUsable('step-edit', `${STEPS}/${waiting.stepId}/edit`);
  await site.expectUsable('step-edit-wrong', async () => {
    await site.goTo(`${STEPS}/new`);
    await site.press('main form button');
  });
  await expectUsable('step-withdraw', `${STEPS}/${waiting.stepId}/withdraw`);
  await expectUsable('elections', `${STEPS}/elections`);
  await expectUsable('election-days', `${STEPS}/elections/${election}`);
});
