import { playGolf } from '../journeys/golf';
import { expectAccessible } from '../support/axe';
import { scormPackage } from '../support/packages';
import { backOnTheSite, content, partIs, PreviewInBrowser, record, untilSaid } from '../support/preview-in-browser';
import { everythingRecorded } from '../support/recorded';
import { describeWithSamples, sample } from '../support/samples';

describe('a preview changes nothing that is recorded of anybody', () => {
  let preview: PreviewInBrowser;

  beforeAll(async () => {
    preview = await PreviewInBrowser.open();
  });
  beforeEach(() => preview.begin());
  afterEach(() => preview.end());
  afterAll(() => preview?.close());

  it.each(['scorm_12', 'scorm_2004'] as const)(
    'with a package of %s that says completed and passed',
    async (standard) => {
      const round = await preview.underTest(await scormPackage({ standard, scos: [{ id: 'one' }, { id: 'two' }] }));
      const before = await everythingRecorded(preview.database.source);
      const { page } = await preview.opened(round);
      for (const part of ['one', 'two']) {
        await page.click(`[data-open-sco=${part}]`);
        await partIs(page, part);
        const is12 = standard === 'scorm_12';
        await (
          await content(page)
        ).evaluate(
          is12
            ? `api.LMSSetValue('cmi.core.score.raw', '100'); api.LMSSetValue('cmi.core.lesson_status', 'passed'); api.LMSCommit('')`
            : `api.SetValue('cmi.score.scaled', '1'); api.SetValue('cmi.completion_status', 'completed'); api.SetValue('cmi.success_status', 'passed'); api.Commit('')`,
        );
        await page.waitForSelector('[data-save-state=saved]');
      }
      await record(page, 'Good');
      await untilSaid(page, 'is recorded');
      await page.reload();
      await content(page);
      await page.click('[data-exit]');
      await backOnTheSite(page);
      expect(await everythingRecorded(preview.database.source)).toEqual(before);
      const [{ count }] = await preview.database.source.query<[{ count: number }]>(
        'select count(*)::int as count from preview_sco join preview on id = preview_id where version_id = $1',
        [round.versionId],
      );
      expect(count).toBe(2);
    },
  );

  describeWithSamples('with the golf examples', () => {
    it.each(['golf-scorm12-basic-calls.zip', 'golf-scorm2004-3rd-basic-calls.zip'])(
      'with %s, played to the end with every answer right',
      async (name) => {
        const round = await preview.underTest(sample(name));
        const before = await everythingRecorded(preview.database.source);
        const { page, previewId } = await preview.opened(round);
        await playGolf(page);
        await page.waitForSelector('.note--ended h2, [data-notice] h2');
        await record(page, 'The last question has two right answers', 'blocking');
        await untilSaid(page, 'is recorded');
        await page.click('[data-exit]');
        await backOnTheSite(page);
        expect(await everythingRecorded(preview.database.source)).toEqual(before);
        const calls = await preview.callsOf(previewId);
        expect(
          calls.some((call) => /SetValue\|cmi\.(core\.lesson_status|success_status)\|passed\|true/.test(call)),
        ).toBe(true);
        expect(calls.some((call) => /^(LMSFinish|Terminate)\|.*\|true\|$/.test(call))).toBe(true);
      },
    );

    it('with the 18 parts of golf, each opened', async () => {
      const round = await preview.underTest(sample('golf-scorm12-18-scos.zip'));
      const before = await everythingRecorded(preview.database.source);
      const { page } = await preview.opened(round);
      await content(page);
      const parts = await page.$$eval('[data-open-sco]', (buttons) => buttons.length);
      expect(parts).toBe(18);
      for (const part of [17, 2, 9]) {
        await (await page.$$('[data-open-sco]'))[part]!.click();
        await page.waitForSelector(`::-p-xpath((//*[@data-open-sco])[${part + 1}][@aria-current])`);
        await content(page);
      }
      await expectAccessible(page);
      await page.click('[data-exit]');
      await backOnTheSite(page);
      expect(await everythingRecorded(preview.database.source)).toEqual(before);
    });
  });
});
