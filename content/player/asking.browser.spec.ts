import { onPlatform } from './test/on-platform';

describe.each(['scorm_12', 'scorm_2004'] as const)(
  'what the content player asks for in a platform for %s',
  (standard) => {
    const platform = onPlatform(standard);

    it('asks to see every screen before the test begins', async () => {
      const member = await platform.learner('keyboard');
      await member.press('.contents summary');
      await member.press('.contents [data-goto=test]');
      expect(await member.text('[data-missing]')).toMatch(/^Before you start, open the screens you have not seen yet:/);
      expect(await member.sco.$eval('[data-start-test]', (button) => button.hidden)).toBe(true);
    });

    it('asks for an answer when there is none, in words that fit the question', async () => {
      const member = await platform.learner();
      for (const [screen, id, words] of [
        ['questions', 'one-answer', 'Error: select an answer'],
        ['questions', 'some-answers', 'Error: select at least one answer'],
        ['arranging', 'pairs', 'Error: choose one for each'],
        ['arranging', 'steps-in-order', 'Error: put them in order first, with the buttons beside them'],
        ['arranging', 'how-many', 'Error: write a number in digits'],
      ] as const) {
        while ((await member.place()) !== screen) await member.next();
        await member.press(`[data-check="${id}"] [type=submit]`);
        expect(await member.text(`[data-check="${id}"] .error`)).toBe(words);
      }
      expect(await platform.set('cmi.interactions.0.id')).toEqual([]);
    });

    it('says that nothing is recorded when there is no platform', async () => {
      await platform.page.goto(platform.lms.url('index.html'));
      const notice = await platform.page.waitForSelector('[data-notice]:not([hidden])');
      expect(await notice!.evaluate((line) => line.textContent)).toMatch(/^Preview: .* nothing is recorded\.$/);
    });
  },
);
