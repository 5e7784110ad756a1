import type { Page } from 'puppeteer';
import { expectAccessible } from '../support/axe';
import { manifestXml, type SamplePackage, scormPackage } from '../support/packages';
import { content, PreviewInBrowser, record, textOf, threeParts, untilSaid } from '../support/preview-in-browser';

describe('the panel beside a preview', () => {
  let preview: PreviewInBrowser;

  beforeAll(async () => {
    preview = await PreviewInBrowser.open();
  });
  beforeEach(() => preview.begin());
  afterEach(() => preview.end());
  afterAll(() => preview?.close());

  it.each([
    [1280, 800],
    [360, 740],
    [320, 568],
    [320, 256],
  ])('has no barriers at %i × %i px, and the panel never covers the module', async (width, height) => {
    const round = await preview.underTest(await threeParts());
    const { page } = await preview.opened(round, [width, height]);
    await content(page);
    const isBeside = width >= 1024;
    await page.waitForFunction(`document.querySelector('#panel').hidden === ${!isBeside}`);
    await expectAccessible(page);
    await page.click('[data-panel-toggle]');
    await expectAccessible(page);
    if (isBeside) await page.click('[data-panel-toggle]');
    for (const button of ['[aria-controls=findings]', '[aria-controls=could-not-finish]']) await page.click(button);
    if (!isBeside) await page.click('[data-contents-toggle]');
    expect(await page.evaluate(`document.querySelector('#panel').hidden`)).toBe(false);
    await expectAccessible(page);
    expect(await overlap(page)).toBe(0);
    expect(await page.$eval('#sco', (frame) => frame.clientHeight)).toBeGreaterThanOrEqual(200);
  });

  it('works by keyboard: the panel opens, takes the focus, and Escape leads back', async () => {
    const { page } = await preview.opened(await preview.underTest(await threeParts()), [360, 740]);
    await content(page);
    await page.focus('[data-panel-toggle]');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('panel-title');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type('By keyboard');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await untilSaid(page, 'is recorded');
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.hasAttribute("data-panel-toggle")')).toBe(true);
    expect(await page.evaluate(`document.querySelector('#panel').hidden`)).toBe(true);
  });

  it('shows how the parts of a module with an order stand, and leads to findings in them', async () => {
    const { page } = await preview.opened(await preview.underTest(await inOrder()));
    const step = () => textOf(page, '[data-order-path]');
    const isIn = (part: string) =>
      page.waitForFunction(`document.querySelector('[data-part]').textContent === '${part}'`);
    await content(page);
    await page.click('[aria-controls=order]');
    await page.waitForFunction(`document.querySelector('[data-order-path]').textContent.includes('“Part one” opens.')`);
    expect(await step()).toContain('Looking for the first part that can be opened.');
    await page.click('[data-nav=continue]');
    await isIn('Part two');
    await page.waitForFunction(`document.querySelector('[data-order-path]').textContent.includes('“Part two” opens.')`);
    expect(await step()).toContain('“Part one” ends.');
    expect(await textOf(page, '[data-order-tree] [data-is-open]')).toContain('Open now · attempt 1');
    expect(await textOf(page, '[data-order-tree]')).toContain('Its parts cannot be chosen.');

    await page.click('[data-order-tree] summary');
    await expectAccessible(page);
    await page.evaluate(`API_1484_11.SetValue('cmi.location', 'p2')`);
    await record(page, 'Seen in the second part');
    await untilSaid(page, 'is recorded');
    await page.click('[data-nav=continue]');
    await isIn('Part three');
    await page.click('[data-nav=continue]');
    await page.waitForSelector('[data-notice] h2', { visible: true });
    await page.click('[aria-controls=findings]');
    await page.waitForSelector('.finding__go', { visible: true });
    await Promise.all([page.waitForNavigation(), page.click('.finding__go')]);
    await isIn('Part two');
    await content(page);
    expect(await page.evaluate(`API_1484_11.GetValue('cmi.location')`)).toBe('p2');
    await page.setViewport({ width: 320, height: 568 });
    await page.click('[aria-controls=order]');
    await expectAccessible(page);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });
});

/** Three parts that "Continue" leads through, and that nobody can choose. */
function inOrder(): Promise<Buffer> {
  const sample: SamplePackage = { standard: 'scorm_2004', scos: [{ id: 'one' }, { id: 'two' }, { id: 'three' }] };
  const order = '<imsss:sequencing><imsss:controlMode choice="false" flow="true"/></imsss:sequencing>';
  const manifest = manifestXml(sample).replace('</organization>', `${order}</organization>`);
  return scormPackage({ ...sample, files: { 'imsmanifest.xml': manifest } });
}

/** Square pixels that the panel and the module have in common. */
const overlap = (page: Page) =>
  page.evaluate(`(() => {
    const [a, b] = ['#sco', '#panel'].map((selector) => document.querySelector(selector).getBoundingClientRect());
    const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    return Math.round(Math.max(0, width) * Math.max(0, height));
  })()`);
