import { Previews } from '@induct/steering';
import { expectAccessible } from '../support/axe';
import { eventually } from '../support/eventually';
import { scormPackage } from '../support/packages';
import { backOnTheSite, content, PreviewInBrowser, textOf } from '../support/preview-in-browser';

describe('a tester in a preview', () => {
  let preview: PreviewInBrowser;

  beforeAll(async () => {
    preview = await PreviewInBrowser.open();
  });
  beforeEach(() => preview.begin());
  afterEach(() => preview.end());
  afterAll(() => preview?.close());

  it('sees at once that nothing is recorded, and where the way back is', async () => {
    const round = await preview.underTest(await scormPackage());
    const line = { key: 'fraud_line', label: 'Fraud line', kind: 'phone', says: '01632 960 114' };
    await preview.declares(round.versionId, { format: 1, screens: [], facts: [line], lines: [], review: [] });
    await preview.says(line.key, '01632 960 999');
    const { page } = await preview.opened(round);
    // What an officer has said since is read in the round, as learners will read it: modules look for it there.
    expect(await (await content(page)).evaluate('JSON.parse(parent.inductCouncilWords).facts')).toEqual({
      fraud_line: '01632\u00a0960\u00a0999',
    });
    expect(await textOf(page, '.preview')).toBe('Preview. Nothing is recorded for anybody.');
    expect(await textOf(page, '[data-exit]')).toBe('Back to round 2');
    expect(
      await (
        await content(page)
      ).evaluate(
        `[api.LMSGetValue('cmi.core.lesson_mode'), api.LMSGetValue('cmi.core.credit'), api.LMSGetValue('cmi.core.entry'), api.LMSGetValue('cmi.core.student_name')]`,
      ),
    ).toEqual(['browse', 'no-credit', 'ab-initio', 'Preview, Tester']);
    await page.click('[data-exit]');
    await backOnTheSite(page);
  });

  it('has every call of the package written down in order, also the last ones before leaving', async () => {
    const { page, previewId } = await preview.opened(await preview.underTest(await scormPackage()));
    const sco = await content(page);
    await sco.evaluate(
      `api.LMSSetValue('cmi.core.lesson_status', 'done'); api.LMSGetLastError(); api.LMSSetValue('cmi.suspend_data', 'x'.repeat(5120))`,
    );
    // Nothing waits for the second after which calls are sent: the page is gone.
    await page.goto('about:blank');
    await eventually('the calls', async () => (await preview.callsOf(previewId)).length >= 5);
    const calls = await preview.callsOf(previewId);
    expect(calls.slice(0, 5)).toEqual([
      'opened|sco|||',
      'LMSInitialize|||true|',
      'LMSSetValue|cmi.core.lesson_status|done|false|405',
      'LMSGetLastError|||405|',
      `LMSSetValue|cmi.suspend_data|${'x'.repeat(4096)}|true|`,
    ]);
    const [, , , , long] = await preview.app.get(Previews).calls(previewId);
    expect(long!.valueLength).toBe(5120);
  });

  it('is told when the module asks for a script that is not let in, and from where', async () => {
    const files = {
      'one.html':
        '<!doctype html><title>Part</title><script src="https://ajax.vendor.test/jquery.js"></script><script>$("#a")</script>',
    };
    const { page } = await preview.opened(
      await preview.underTest(await scormPackage({ scos: [{ id: 'one' }], files })),
    );
    await page.waitForSelector('.note--closed', { visible: true });
    expect(await textOf(page, '.note--closed h2')).toBe(
      'The module asks for a script from ajax.vendor.test, and does not get it',
    );
    expect(await textOf(page, '.note--closed p')).toContain('If the module stands still, this is why.');
    await page.setViewport({ width: 320, height: 640 });
    await expectAccessible(page);
    await page.click('.note--closed button');
    await page.waitForSelector('.note--closed', { hidden: true });
  });

  it('only looks when the round is over', async () => {
    const round = await preview.underTest(await scormPackage());
    await preview.database.source.query(
      `update test_round set state = 'closed', closed_at = now(), closed_why = 'officer' where id = $1`,
      [round.roundId],
    );
    const { page } = await preview.opened(round);
    await content(page);
    expect(await page.$('[data-finding-form]')).toBeNull();
    expect(await textOf(page, '#panel')).toContain(
      'Findings are recorded by the testers of a round, while it is open.',
    );
    await expectAccessible(page);
  });
});
