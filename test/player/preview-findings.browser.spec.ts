import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileStore } from '@induct/platform';
import { frameWith } from '../journeys/golf';
import { expectAccessible } from '../support/axe';
import { scormPackage } from '../support/packages';
import {
  backOnTheSite,
  content,
  partIs,
  PreviewInBrowser,
  record,
  textOf,
  threeParts,
  untilSaid,
  valueOf,
} from '../support/preview-in-browser';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('a tester who finds something in a preview', () => {
  let preview: PreviewInBrowser;

  beforeAll(async () => {
    preview = await PreviewInBrowser.open();
  });
  beforeEach(() => preview.begin());
  afterEach(() => preview.end());
  afterAll(() => preview?.close());

  it('records a finding where they are, with a screenshot, and finds the way back to it', async () => {
    const round = await preview.underTest(await threeParts());
    const { page } = await preview.opened(round);
    await content(page);
    await page.click('[data-open-sco=two]');
    await partIs(page, 'two');
    const sco = await content(page);
    await sco.evaluate(
      `api.LMSSetValue('cmi.core.lesson_location', 'page-4'); api.LMSSetValue('cmi.suspend_data', 'q=2')`,
    );
    await page.waitForFunction(`document.querySelector('[data-place]').textContent.includes('page-4')`);
    expect(await textOf(page, '[data-place]')).toBe('Part 2 of 3: Part two, at “page-4”');
    const picture = join(tmpdir(), 'induct-preview-spec.png');
    writeFileSync(picture, PNG);
    await (await page.waitForSelector('input#screenshot'))!.uploadFile(picture);
    await record(page, 'The date is wrong', 'blocking');
    await untilSaid(page, 'is recorded');
    const [finding] = await preview.database.source.query<[Record<string, unknown>]>(
      `select *, encode(screenshot_sha256, 'hex') as picture from finding where round_id = $1`,
      [round.roundId],
    );
    expect(finding).toMatchObject({
      sco: 'two',
      sco_title: 'Part two',
      location: 'page-4',
      severity: 'blocking',
      text: 'The date is wrong',
      resume: { location: 'page-4', suspendData: 'q=2' },
      screenshot_type: 'image/png',
      author_id: preview.tester,
    });
    expect(await preview.app.get(FileStore).read(finding.picture as string)).toEqual(PNG);
    expect(Number(finding.log_to)).toBeGreaterThan(Number(finding.log_from));

    await page.click('[data-open-sco=one]');
    await partIs(page, 'one');
    await content(page);
    await page.type('#text', 'Half a thought');
    await page.click('[aria-controls=findings]');
    await Promise.all([page.waitForNavigation(), page.click('.finding__go')]);
    const there = await content(page);
    expect(
      await there.evaluate(
        `[api.LMSGetValue('cmi.core.entry'), api.LMSGetValue('cmi.core.lesson_location'), api.LMSGetValue('cmi.suspend_data')]`,
      ),
    ).toEqual(['resume', 'page-4', 'q=2']);
    expect(await textOf(page, '[data-panel-notice]')).toMatch(/^This is where finding \d+ was made\.$/);
    expect(await valueOf(page, '#text')).toBe('Half a thought');
    await Promise.all([page.waitForNavigation(), page.click('[data-restart]')]);
    const begun = await content(page);
    expect(await begun.evaluate(`[api.LMSGetValue('cmi.core.entry'), document.title]`)).toEqual([
      'ab-initio',
      'Part one',
    ]);
    await page.click('[data-open-sco=two]');
    await partIs(page, 'two');
    expect(await (await content(page)).evaluate(`api.LMSGetValue('cmi.core.entry')`)).toBe('ab-initio');
  });

  it('loses nothing of what they wrote when it cannot be sent, and is told what is missing', async () => {
    const { page } = await preview.opened(await preview.underTest(await scormPackage()));
    await content(page);
    await page.click('[data-finding-form] [type=submit]');
    expect(await textOf(page, '[data-trouble]')).toMatch(
      /not recorded.*Choose how serious it is.*Enter what you found/s,
    );
    expect(await page.evaluate('document.activeElement.hasAttribute("data-trouble")')).toBe(true);
    await expectAccessible(page);
    await page.click('[data-trouble] a:last-of-type');
    await page.setOfflineMode(true);
    await record(page, 'Too small');
    await page.waitForFunction(`document.querySelector('[data-trouble]').textContent.includes('still here')`);
    expect(await valueOf(page, '#text')).toBe('Too small');
    await page.setOfflineMode(false);
    await page.click('[data-finding-form] [type=submit]');
    await untilSaid(page, 'is recorded');
    expect(await valueOf(page, '#text')).toBe('');
  });

  it('can say that they could not finish', async () => {
    const round = await preview.underTest(await scormPackage());
    const { page } = await preview.opened(round);
    await content(page);
    await page.click('[aria-controls=could-not-finish]');
    await page.type('#why', 'The third page stays empty');
    await page.click('#could-not-finish [type=submit]');
    await untilSaid(page, 'could not finish');
    const [row] = await preview.database.source.query<object[]>(
      'select could_not_finish_why from test_round_tester where round_id = $1',
      [round.roundId],
    );
    expect(row).toEqual({ could_not_finish_why: 'The third page stays empty' });
  });

  it('stays when the module ends or wants to leave, to record what they found', async () => {
    const ending = `<!doctype html><title>x</title><h1>x</h1><button onclick="parent.API.LMSFinish(''); top.close()">End</button><script>parent.API.LMSInitialize('')</script>`;
    const zip = await scormPackage({ scos: [{ id: 'one', href: 'one.html' }], files: { 'one.html': ending } });
    const { page } = await preview.opened(await preview.underTest(zip));
    await (await frameWith(page, 'button[onclick]')).click('button');
    await page.waitForSelector('[data-notice] h2');
    expect(await textOf(page, '[data-notice]')).toMatch(/has ended here/);
    await expectAccessible(page);
    await record(page, 'It ends too early');
    await untilSaid(page, 'is recorded');
    const back = await page.$$('[data-notice] button');
    await back[0]!.click();
    await backOnTheSite(page);
  });
});
