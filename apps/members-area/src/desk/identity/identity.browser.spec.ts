import { SiteInBrowser } from '../../../../../test/support/site-in-browser';

const CHANGE = '/admin/council/identity/change';
const BAR = '#bar';
const PICKER = '#bar + input[type="color"]';

let site: SiteInBrowser;
beforeAll(async () => {
  site = await SiteInBrowser.open('.data/screenshots/council-dress');
  await site.signIn('officer');
});
afterAll(() => site?.close());

const valueOf = (selector: string) => site.page.$eval(selector, (field) => field.value);
const focused = () => site.page.evaluate(`document.activeElement.getAttribute('aria-label')`);
const typed = async (code: string) => {
  await site.page.$eval(BAR, (field) => (field.value = ''));
  await site.page.type(BAR, code);
};
const text = () => site.page.$eval('main', (main) => main.textContent);

it('the picker follows what is typed, and is typed for; a code that is none leaves it alone', async () => {
  await site.expectUsable('colours', () => site.goTo(CHANGE));
  const shipped = await valueOf(PICKER);
  expect([await valueOf(BAR), shipped]).toEqual(['', '#0b4f5c']);
  for (const [code, shows] of [
    ['#7A0C2E', '#7a0c2e'],
    ['7a0c2f', '#7a0c2f'],
    ['FC0', '#ffcc00'],
    ['red', '#ffcc00'],
  ]) {
    await typed(code!);
    expect([code, await valueOf(PICKER)]).toEqual([code, shows]);
  }
  await site.page.$eval(PICKER, (picker) => {
    picker.value = '#123456';
    picker.dispatchEvent(new Event('input', { bubbles: true }));
  });
  expect(await valueOf(BAR)).toBe('#123456');
});

it('is reached by keyboard, right after its field, and says what it is for', async () => {
  await site.goTo(CHANGE);
  await site.page.focus(BAR);
  await site.page.keyboard.press('Tab');
  expect(await focused()).toBe('Bar at the top of each page: pick a colour');
  const outline = await site.page.evaluate(`getComputedStyle(document.activeElement).outlineStyle`);
  expect(outline).not.toBe('none');
});

it('a colour that nobody can read is refused with one that they can, which one press takes on to a preview', async () => {
  await site.goTo(CHANGE);
  await typed('#fc0');
  await site.expectUsable('colours-refused', () =>
    Promise.all([site.page.waitForNavigation(), site.page.keyboard.press('Enter')]),
  );
  expect(await text()).toContain('White text on the bar has a contrast of 1.5 to 1, and 4.5 is needed');
  expect([await valueOf(BAR), await valueOf(PICKER)]).toEqual(['#fc0', '#ffcc00']);
  const offer = await valueOf('button[name="use-bar"]');
  await site.page.focus('button[name="use-bar"]');
  await site.expectUsable('colours-preview', () =>
    Promise.all([site.page.waitForNavigation(), site.page.keyboard.press('Enter')]),
  );
  expect(await text()).toContain('Nothing is saved yet');
  const bar = await site.page.evaluate(`
    (function asked(one) {
      const colour = getComputedStyle(one).backgroundColor;
      return colour === 'rgba(0, 0, 0, 0)' && one.firstElementChild ? asked(one.firstElementChild) : colour;
    })(document.querySelector('header'))`);
  const [red, green, blue] = /#(..)(..)(..)/
    .exec(offer)!
    .slice(1)
    .map((part) => parseInt(part, 16));
  expect(bar).toBe(`rgb(${red}, ${green}, ${blue})`);
});

it('without the script the code is typed, and sent', async () => {
  await site.page.setJavaScriptEnabled(false);
  await site.goTo(CHANGE);
  expect(await site.page.$(PICKER)).toBeNull();
  await site.page.type(BAR, '#7a0c2e');
  await Promise.all([site.page.waitForNavigation(), site.page.keyboard.press('Enter')]);
  await site.page.setJavaScriptEnabled(true);
  expect(await text()).toContain('#7a0c2e');
});
