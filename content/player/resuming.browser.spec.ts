import { breachesIn } from './test/breaches';
import { onPlatform } from './test/on-platform';

describe.each(['scorm_12', 'scorm_2004'] as const)(
  'coming back to the content player in a platform for %s',
  (standard) => {
    const platform = onPlatform(standard);
    const { names } = platform;

    it('comes back to the same screen with every answer, after the tab was closed', async () => {
      let member = await platform.learner();
      const orders = await member.orders();
      await member.readTo('pictures');
      await member.press('[data-choice=b]');
      await member.readToTheTest();
      await member.back();
      platform.lms.cmi = await platform.cmi();
      await platform.newTab();
      await platform.page.setViewport({ width: 360, height: 740 });

      member = await platform.learner('keyboard');
      expect(await member.place()).toBe('arranging');
      // The answers to the ordering are in the order they were given in.
      expect(await member.orders()).toEqual({ ...orders, 'steps-in-order': expect.stringMatching(/^[a-d]{4}$/) });
      expect(await member.text('[data-notice]')).toBe('Welcome back. You are where you left off.');
      for (const { id, right } of platform.built.checks)
        expect([id, await member.given(id)]).toEqual([id, right.join('')]);
      expect(await member.text('[data-check="pairs"] .feedback')).toMatch(
        /^That is right\s+All three are in their place/,
      );
      await member.back();
      await member.back();
      expect(await member.text('[data-scenario] .consequence:not([hidden])')).toMatch(/^Only half-way there/);
    });

    it('comes back into the middle of the test, to the same questions', async () => {
      let member = await platform.learner();
      await member.readToTheTest();
      await member.startTest();
      const asked = await member.asked();
      const orders = await member.orders();
      await member.answerTest({ wrong: 1, stopAfter: 3 });
      platform.lms.cmi = await platform.cmi();
      expect(platform.lms.cmi['cmi.suspend_data']!.length).toBeLessThan(1500);
      member = await platform.learner();
      expect(await member.place()).toBe('test/4');
      expect(await member.asked()).toEqual(asked);
      const mixed = ({ kind, id }: { kind: string; id: string }) => kind !== 'ordering' && asked.includes(id);
      for (const { id } of platform.built.test.filter(mixed))
        expect([id, (await member.orders())[id]]).toEqual([id, orders[id]]);
      await member.back();
      const answer = platform.built.test.find(({ id }) => id === asked[2])!;
      expect(await member.given(asked[2]!)).toBe(answer.right.join(''));
      await member.next();
      expect(await member.takeTest()).toMatch(/^You have passed\s+5 of 6/);
    });

    it('gives as many tries as there are, and no more', async () => {
      const member = await platform.learner();
      await member.readToTheTest();
      for (let tries = 0; tries < 3; tries++) await member.takeTest({ wrong: 6 });
      expect(await member.text('[data-what-next]')).toMatch(/You have had all the tries there are/);
      expect(await member.sco.$eval('[data-retake]', (button) => button.hidden)).toBe(true);
      platform.lms.cmi = await platform.cmi();
      const back = await platform.learner();
      await back.press('.contents [data-goto=test]');
      expect(await back.sco.$eval('[data-start-test]', (button) => button.hidden)).toBe(true);
    });

    it('does not take opening and closing for an achievement, and ends the session once', async () => {
      await platform.learner();
      await platform.page.$eval('iframe', (frame) => (frame.src = 'about:blank'));
      await platform.page.waitForFunction("calls.some(([name]) => name === 'finish')");
      expect(await platform.set(names.status)).toEqual(standard === 'scorm_12' ? ['incomplete'] : []);
      expect(await platform.set(names.score)).toEqual([]);
      expect((await platform.calls()).filter(([name]) => name === 'finish')).toHaveLength(1);
      expect(breachesIn(await platform.calls(), standard)).toEqual([]);
    });

    it('never takes a pass away, even when what it remembered is lost', async () => {
      platform.lms.cmi = { [names.status]: 'passed', [names.place]: 'result', 'cmi.suspend_data': '?' };
      const member = await platform.learner();
      expect(await member.text('[data-result]')).toMatch(/^You have passed/);
      expect(await platform.set(names.status)).toEqual([]);
    });

    it('begins the test again when its result is lost', async () => {
      platform.lms.cmi = { [names.status]: 'failed', [names.place]: 'result' };
      expect(await (await platform.learner()).place()).toBe('test');
    });
  },
);
