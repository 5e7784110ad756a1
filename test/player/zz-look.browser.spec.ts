import { content, PreviewInBrowser } from '../support/preview-in-browser';
describe('look', () => {
  let preview: PreviewInBrowser;
  beforeAll(async () => { preview = await PreviewInBrowser.open(); });
  beforeEach(() => preview.begin());
  afterEach(() => preview.end());
  afterAll(() => preview?.close());
  it.each([['golf-scorm2004-3rd-forced-sequential.zip'], ['golf-scorm2004-3rd-simple-remediation.zip']])('%s', async (name) => {
    const { page } = await preview.opened(await preview.underTest('/work/shared/packages/' + name));
    await content(page);
    await page.click('[aria-controls=record]');
    await page.click('[aria-controls=order]');
    await new Promise((d) => setTimeout(d, 1000));
    await page.evaluate(`API_1484_11.SetValue('cmi.completion_status','completed'); API_1484_11.SetValue('cmi.success_status','passed'); API_1484_11.SetValue('cmi.score.scaled','0.8')`);
    await new Promise((d) => setTimeout(d, 800));
    await page.click('[data-nav=continue]');
    await new Promise((d) => setTimeout(d, 2000));
    await page.evaluate(`document.querySelectorAll('[data-order-tree] details')[1].open = true`);
    const short = name.replace(/golf-scorm2004-|.zip/g, '');
    await page.screenshot({ path: `/tmp/steer-${short}-1280.png` as `${string}.png` });
    await page.setViewport({ width: 360, height: 740 });
    await new Promise((d) => setTimeout(d, 500));
    await page.screenshot({ path: `/tmp/steer-${short}-360.png` as `${string}.png`, fullPage: true });
  }, 60000);
});
