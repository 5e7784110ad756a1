import { breachesIn } from './test/breaches';
import type { Learner } from './test/learner';
import { onPlatform } from './test/on-platform';

describe.each(['scorm_12', 'scorm_2004'] as const)(
  'the content player by keyboard in a platform for %s',
  (standard) => {
    const platform = onPlatform(standard);
    const { names } = platform;
    const focused = (sco: Learner['sco']) =>
      sco.$eval(':focus', (element) => `${element.tagName} ${element.textContent.trim()}`);

    it('is walked with the keyboard alone: fails the test, takes it again, passes', async () => {
      const member = await platform.learner('keyboard');
      await member.next();
      expect(await focused(member.sco)).toBe('H1 Pictures, steps and a film');
      await member.readToTheTest();
      await member.startTest();
      const first = await member.asked();
      expect(await member.takeTest({ wrong: 2 })).toMatch(/^Not passed this time\s+4 of 6 answers right, 66%/);
      expect(await focused(member.sco)).toBe('H1 Not passed this time');
      expect(await member.text('[data-what-next]')).toMatch(/You have 2 more tries\.$/);
      expect((await platform.cmi())[names.status]).toBe('failed');
      expect((await platform.cmi())[names.score]).toBe('66');

      await member.startTest();
      const second = await member.asked();
      expect(second).toHaveLength(6);
      expect(second).not.toEqual(first);
      const untouched = await member.given(second[0]!);
      expect(untouched).not.toBe(platform.built.test.find(({ id }) => id === second[0])!.right.join(''));
      expect(await member.takeTest({ wrong: 1 })).toMatch(/^You have passed\s+5 of 6 answers right, 83%/);
      expect(await member.text('#where')).toBe('Your result · passed');
      expect((await platform.set(names.status)).slice(-2)).toEqual(['failed', 'passed']);
      expect(await platform.set(names.score)).toEqual(['66', '83']);
      expect(breachesIn(await platform.calls(), standard)).toEqual([]);
      const all = Object.keys(await platform.cmi()).filter((key) => /^cmi\.interactions\.\d+\.id$/.test(key));
      expect(all).toHaveLength(platform.built.checks.length + 12);
    }, 180_000);

    it('says where a step was moved to, and keeps the focus with it', async () => {
      const member = await platform.learner('keyboard');
      await member.readTo('arranging');
      const [first] = await member.sco.$$eval('[data-check="steps-in-order"] .place', (places) =>
        places.map(({ id }) => id),
      );
      await member.press(`#${first} [data-move=down]`);
      await platform.page.keyboard.press('Enter');
      await platform.page.keyboard.press('Enter');
      expect(await member.text('[data-check="steps-in-order"] [data-moved]')).toMatch(/: now 4 of 4$/);
      const label = await member.sco.$eval(':focus', (button) => button.getAttribute('aria-label'));
      expect(label).toMatch(/^Move up: /);
    });
  },
);
