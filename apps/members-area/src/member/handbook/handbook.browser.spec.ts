import { Editions, HandbookTexts } from '@induct/handbook';
import { LONG } from '../../../../../test/support/council-at-work';
import { SiteInBrowser } from '../../../../../test/support/site-in-browser';

const DESK = '/admin/handbook';
let site: SiteInBrowser;
let [ann, officer] = ['', ''];
const of = <T>(service: new (...given: never[]) => T): T => site.desk.app.get(service, { strict: false });
const expectUsable = (name: string, path: string, status?: number) =>
  site.expectUsable(name, () => site.goTo(path, status));
const NONE = { titleCy: null, bodyCy: null, until: null, isAtOnce: false };
const BODY = `## Who helps\n\nAsk [them](https://a.example/${'x'.repeat(80)}).\n\n| Who | What |\n| - | - |\n| One | ${LONG.slice(0, 80)} |\n\n- one\n- two`;

beforeAll(async () => {
  site = await SiteInBrowser.open('.data/screenshots/handbook');
  const { desk } = site;
  desk.clock.set('2026-10-01T09:00:00Z');
  officer = await desk.who('officer');
  ann = await desk.given.aPerson({ name: 'Ann Baker', district: 'Kelderby' });
  const [texts, editions] = [of(HandbookTexts), of(Editions)];
  await texts.add(
    'chapter',
    null,
    { ...NONE, title: 'Who is who', body: 'The people you meet.', position: 10 },
    officer,
  );
  await texts.add(
    'section',
    'who-is-who',
    { ...NONE, title: 'Your officers', titleCy: 'Eich swyddogion', body: BODY, position: 10 },
    officer,
  );
  await texts.add('section', 'who-is-who', { ...NONE, title: LONG.slice(0, 150), body: '', position: 20 }, officer);
  await texts.add(
    'question',
    'your-officers',
    { ...NONE, title: 'When?', body: 'Now.', position: 10, until: '2026-12-31' },
    officer,
  );
  await editions.draft({ number: 6, title: 'Autumn 2026' }, officer);
  await editions.plan(6, { title: 'Autumn 2026', publishAt: new Date('2026-10-02T09:00:00Z') }, officer);
  desk.clock.set('2026-10-02T09:00:00Z');
  await editions.publishDue();
  desk.clock.set('2026-10-12T09:00:00Z');
  await texts.tell('your-officers', 'Kelderby', { body: 'Ring Jo.', bodyCy: null }, { seen: 0, by: officer });
  await texts.change(
    'your-officers',
    { ...NONE, title: 'Your officers', body: BODY.replace('two', 'three'), position: 10, isAtOnce: true },
    { seen: 1, by: officer },
  );
  await editions.draft({ number: 7, title: 'Spring 2027' }, officer);
});
afterAll(() => site?.close());

it('the handbook can be read by everybody, without JavaScript too', async () => {
  await site.signInAs(ann);
  await expectUsable('contents', '/handbook');
  await expectUsable('section', '/handbook/your-officers');
  await expectUsable('changes', '/handbook/changes?edition=6&district=Kelderby');
  await expectUsable('changes-choose', '/handbook/changes');
  await site.page.setJavaScriptEnabled(false);
  await site.goTo('/handbook/changes');
  await site.press('main form button');
  await site.page.setJavaScriptEnabled(true);
  expect(new URL(site.page.url()).pathname).toBe('/handbook/changes');
  await expectUsable('changes-unknown', '/handbook/changes?edition=99');
});

it('the desk of the handbook can be used by everybody, also when two save at once', async () => {
  await site.signInAs(officer);
  await expectUsable('desk', DESK);
  await expectUsable('entry', `${DESK}/your-officers`);
  await expectUsable('entry-district', `${DESK}/your-officers?district=Kelderby`);
  await expectUsable('edit-district', `${DESK}/your-officers/edit?district=Kelderby`);
  await expectUsable('withdraw', `${DESK}/your-officers/withdraw`);
  await expectUsable('preview', `${DESK}/preview?district=Kelderby`);
  await expectUsable('new-question', `${DESK}/new?kind=question&in=your-officers`);
  await expectUsable('edition-out', `${DESK}/editions/6`);
  await expectUsable('edition-draft', `${DESK}/editions/7`);
  await site.expectUsable('edit-stale', async () => {
    await site.goTo(`${DESK}/your-officers/edit`);
    const { versions } = await of(HandbookTexts).history('your-officers', null, { limit: 1, offset: 0 });
    const theirs = { ...NONE, title: 'Your officers', body: `${BODY}\n- four`, position: 10, isAtOnce: true };
    await of(HandbookTexts).change('your-officers', theirs, { seen: versions[0]!.number, by: officer });
    await site.page.click('#when-2');
    await site.press('main form button[value="save"]');
  });
  expect(await site.page.title()).toMatch(/^Error: /);
  await site.page.setViewport({ width: 1280, height: 900 });
  await site.press('main form button[value="preview"]');
  expect(await site.page.$eval('#preview', (heading) => heading.textContent)).toContain('not saved yet');
});
