import { Drafts } from '@induct/authoring';
import { eventually } from '../../../../../test/support/eventually';
import { SiteInBrowser } from '../../../../../test/support/site-in-browser';

let site: SiteInBrowser;
let draft: string;
beforeAll(async () => {
  site = await SiteInBrowser.open('.data/screenshots/desk');
  const drafts = site.desk.app.get(Drafts, { strict: false });
  const by = await site.desk.who('officer');
  const order = {
    beginning: { from: 'shipped', slug: 'scrutiny' },
    title: 'Scrutiny here',
    courseId: null,
    by,
  } as const;
  draft = `/admin/drafts/${await drafts.begin(order)}`;
  await site.signIn('officer');
});
afterAll(() => site?.close());

const expectUsable = (path: string, name: string) => site.expectUsable(name, () => site.goTo(draft + path));

it.each([
  ['', 'draft'],
  ['/screens/asking', 'draft-screen'],
  ['/screens/kinds-of-question/parts/0', 'draft-table'],
  ['/screens/asking/parts/new', 'draft-new-part'],
  ['/screens/asking/parts/new?kind=scenario&at=0', 'draft-new-scenario'],
  ['/screens/asking/parts/new?kind=council&at=0', 'draft-new-council'],
  ['/questions/test/new?kind=multiple', 'draft-new-question'],
  ['/questions/test/new?kind=single', 'draft-new-single'],
  ['/screens/asking/parts/new?kind=table&at=0', 'draft-new-table'],
  ['/screens/asking/parts/new?kind=cards&at=0', 'draft-new-cards'],
  ['/details', 'draft-details'],
  ['/pictures', 'draft-pictures'],
  ['/history', 'draft-history'],
  ['/test', 'draft-test'],
  ['/review', 'draft-review'],
  ['/remove', 'draft-remove'],
  ['/screens/asking/remove', 'draft-remove-screen'],
])('the page %s of a module that is being written can be used by everybody', async (path, name) => {
  await expectUsable(path, name);
});

it('has Save in sight wherever one is in a long form, and hides no field with it', async () => {
  await site.page.setViewport({ width: 360, height: 740 });
  await site.goTo(`${draft}/details`);
  const places = (of: string) =>
    site.page.$eval(of, (part) => (({ top, bottom }) => ({ top, bottom }))(part.getBoundingClientRect()));
  await site.page.focus('#title');
  expect((await places('.induct-save button')).bottom).toBeLessThan(740);
  for (let field = 0; field < 6; field += 1) {
    await site.page.keyboard.press('Tab');
    expect((await places(':focus')).bottom).toBeLessThanOrEqual((await places('.induct-save')).top);
  }
});

/** What stands beside the form once these words do: whoever types slowly sees half of them before. */
async function previewWith(words: string, selector: string): Promise<string> {
  let text = '';
  await eventually(`“${words}” beside the form`, async () => {
    const frame = site.page.frames().find((one) => one.url().includes('/preview'));
    text = String(await frame?.evaluate(`document.querySelector('main:has(${selector})')?.textContent`));
    return text.includes(words);
  });
  return text;
}

it('shows beside a form what members will see, while it is typed, and saves nothing', async () => {
  await site.goTo(`${draft}/screens/asking/parts/new?kind=callout&at=0`);
  await site.page.type('#heading', 'Typed just now');
  await site.page.type('#body', 'And this.');
  expect(await previewWith('And this.', 'aside.callout')).toContain('Typed just now');
  await site.goTo(`${draft}/screens/asking`);
  expect(await site.page.$eval('main', (main) => main.textContent)).not.toContain('Typed just now');
});

it('puts a local fact where the cursor stands', async () => {
  await site.goTo(`${draft}/screens/asking/parts/new?kind=council&at=0`);
  await site.page.type('#body', 'Ask , please.');
  for (let back = 0; back < ', please.'.length; back += 1) await site.page.keyboard.press('ArrowLeft');
  await site.page.click('details:has([data-inserts="{{monitoring_officer}}"]) summary');
  await site.page.type('#find-fact', 'monitoring');
  expect(await site.page.$$eval('.draft-fact__key', (keys) => keys.filter((key) => key.checkVisibility()).length)).toBe(
    1,
  );
  await site.page.click('[data-inserts="{{monitoring_officer}}"]');
  expect(await site.page.$eval('#body', (field) => (field as { value: string }).value)).toBe(
    'Ask {{monitoring_officer}}, please.',
  );
});

it('saves the title of a screen before a link of its page is followed', async () => {
  const retitled = async (title: string) => {
    await site.goTo(`${draft}/screens/asking`);
    await site.page.$eval('#title', (field) => ((field as { value: string }).value = ''));
    await site.page.type('#title', title);
  };
  await retitled('Asking well');
  await Promise.all([site.page.waitForNavigation(), site.page.click('main a[href$="/parts/0"]')]);
  expect(new URL(site.page.url()).pathname).toBe(`${draft}/screens/asking/parts/0`);
  expect(await site.page.$eval('h1', (heading) => heading.textContent)).toContain('Asking well');
  await retitled('Asking well here');
  await Promise.all([site.page.waitForNavigation(), site.page.click(`.govuk-breadcrumbs a[href="${draft}"]`)]);
  expect(await site.page.$eval('main', (main) => main.textContent)).toContain('Asking well here');
  await site.goTo(`${draft}/screens/asking`);
  // With nothing typed, a link is a link.
  await Promise.all([site.page.waitForNavigation(), site.page.click('main a[href$="/remove"]')]);
  expect(new URL(site.page.url()).pathname).toBe(`${draft}/screens/asking/remove`);
});

it('shows a question of the test beside its form, before everything is in it', async () => {
  await site.goTo(`${draft}/questions/test/new?kind=true-false`);
  await site.page.type('#question', 'A gritter may leave its route.');
  await site.page.click('input[name=answer][value=false]');
  expect(await previewWith('A gritter may leave its route.', 'form.question')).toContain('True');
});

it('shows it at the press of a button where no script runs', async () => {
  await site.page.setJavaScriptEnabled(false);
  try {
    await site.goTo(`${draft}/screens/asking/parts/new?kind=heading&at=0`);
    await site.page.type('#text', 'Without a script');
    await site.page.click('button[formtarget=preview]');
    const frame = await site.page.waitForFrame(async (one) => one.url().includes('/preview'));
    await frame.waitForSelector('main h2');
    expect(new URL(site.page.url()).pathname).toContain('/parts/new');
  } finally {
    await site.page.setJavaScriptEnabled(true);
  }
});
