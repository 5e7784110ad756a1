import { onPlatform } from './test/on-platform';

/** With this one the player mixes everything that it may. */
const SEED = 8;

describe.each(['scorm_12', 'scorm_2004'] as const)(
  'what the content player reports in a platform for %s',
  (standard) => {
    const platform = onPlatform(standard);
    const { names } = platform;

    it('reports every kind of answer with all that SCORM has for it, whatever the order of the choices', async () => {
      platform.lms.cmi = { 'cmi.suspend_data': `{"seed":${SEED}}` };
      const member = await platform.learner();
      expect(await member.orders()).toMatchObject({
        'one-answer': 'abc',
        'some-answers': 'cab',
        'a-statement': 'ab',
        pairs: 'bca',
        'steps-in-order': 'bcad',
      });
      await member.readToTheTest();
      const [one, some, statement, pairs, steps, number] = await Promise.all(
        platform.built.checks.map(async ({ id }) => (await platform.interactions(id))[0]!),
      );
      const two = standard === 'scorm_2004';
      const [comma, dot] = two ? ['[,]', '[.]'] : [',', '.'];
      const right = (id: string) => platform.built.checks.find((check) => check.id === id)!.right;
      const given = (interaction: typeof one) => [interaction!('type'), interaction!(names.response)];
      expect(given(one)).toEqual(['choice', 'a']);
      expect(given(some)).toEqual(['choice', `a${comma}c`]);
      expect(given(statement)).toEqual(['true-false', two ? 'false' : 'f']);
      expect(given(pairs)).toEqual([
        'matching',
        right('pairs')
          .map((letter, index) => `${index + 1}${dot}${letter}`)
          .join(comma),
      ]);
      expect(given(steps)).toEqual(['sequencing', right('steps-in-order').join(comma)]);
      expect(given(number)).toEqual(['numeric', '5']);
      expect(number!('correct_responses.0.pattern')).toBe(two ? '5[:]5' : '5');
      for (const each of [one, some, statement, pairs, steps]) {
        expect(each!('correct_responses.0.pattern')).toBe(each!(names.response));
      }
      for (const each of [one, some, statement, pairs, steps, number]) {
        expect([each!('result'), each!('weighting'), each!('objectives.0.id')]).toEqual(['correct', '0', 'questions']);
        expect(each!(two ? 'timestamp' : 'time')).toMatch(two ? /^20\d\d-\d\d-\d\dT[\d:]+\.\dZ$/ : /^\d\d:\d\d:\d\d$/);
        expect(each!('latency')).toMatch(two ? /^PT[\d.]+S$/ : /^\d{4}:\d\d:\d\d\.\d\d$/);
        expect(each!('description') ?? 'There is none in 1.2.').toMatch(/^\S.*[.?]$/);
      }
    });

    it('reports each objective as it was tested, and takes none back', async () => {
      const member = await platform.learner();
      await member.readToTheTest();
      const untouched = await platform.objective('questions');
      expect([untouched('status'), untouched('success_status')]).toEqual(
        standard === 'scorm_12' ? ['not attempted', undefined] : [undefined, undefined],
      );
      await member.startTest();
      const objectives = new Set(
        (await member.asked()).map((id) => platform.built.test.find((question) => question.id === id)!.objective),
      );
      expect(objectives).toEqual(new Set(['blocks', 'questions']));
      await member.takeTest({ wrong: 6 });
      const status = standard === 'scorm_12' ? 'status' : 'success_status';
      const failed = await platform.objective('questions');
      expect([failed(status), failed('score.raw'), failed('score.min'), failed('score.max')]).toEqual([
        'failed',
        '0',
        '0',
        '100',
      ]);
      await member.takeTest();
      for (const id of objectives) {
        const passed = await platform.objective(id);
        expect([passed(status), passed('score.raw')]).toEqual(['passed', '100']);
        expect(passed('score.scaled')).toBe(standard === 'scorm_2004' ? '1' : undefined);
      }
    });

    it('commits at every change of screen and every answer, with the time so far', async () => {
      const member = await platform.learner();
      expect(await platform.commits()).toBe(1);
      await member.readTo('questions');
      expect(await platform.commits()).toBe(3);
      await member.answerChecks('wrong');
      expect(await platform.commits()).toBe(6);
      const stored = await platform.cmi();
      expect(stored[names.place]).toBe('questions');
      expect(stored[names.exit]).toBe('suspend');
      expect(stored[names.time]).toMatch(names.timeFormat);
      const [wrong] = await platform.interactions('one-answer');
      expect(wrong!('result')).toBe(names.wrong);
    });

    it('commits when the page goes out of sight, and does not count the time until it is back', async () => {
      const member = await platform.learner();
      const sight = (state: string) =>
        member.sco
          .evaluate(`Object.defineProperty(document, 'visibilityState', { value: '${state}', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'))`);
      const anHourGoesBy = () =>
        member.sco.evaluate(`{ const now = performance.now.bind(performance);
        performance.now = () => now() + 3_600_000 }`);
      const before = await platform.commits();
      await sight('hidden');
      expect(await platform.commits()).toBe(before + 1);
      const atOnce = (await platform.set(names.time)).at(-1)!;
      await anHourGoesBy();
      await sight('visible');
      await member.next();
      const later = (await platform.set(names.time)).at(-1)!;
      expect(names.seconds(later) - names.seconds(atOnce)).toBeLessThan(60);
      await anHourGoesBy();
      await sight('hidden');
      const inSight = (await platform.set(names.time)).at(-1)!;
      expect(names.seconds(inSight) - names.seconds(later)).toBeGreaterThanOrEqual(3600);
    });

    it('says nothing that the strictest run-time objects to', async () => {
      const member = await platform.learner('quick', 'strict');
      await member.readToTheTest();
      await member.takeTest({ wrong: 2 });
      await member.takeTest();
      const refused = (await platform.calls()).filter((call) => call.at(-1) !== '0' || call.at(-2) === 'false');
      // scorm-again says 403 to what has no value yet, as the standard for 2004 wants it.
      expect(refused.filter(([name, , , code]) => !(name === 'GetValue' && code === '403'))).toEqual([]);
      expect(await member.text('[data-what-next]')).toMatch(/^Well done/);
    });

    if (standard === 'scorm_2004') {
      it('tells how far it is, never less than before, and all of it once the test is handed in', async () => {
        const member = await platform.learner();
        await member.readTo('questions');
        await member.back();
        await member.readToTheTest();
        await member.takeTest({ wrong: 6 });
        await member.startTest();
        const told = (await platform.set('cmi.progress_measure')).map(Number);
        expect(told).toEqual(told.toSorted((a, b) => a - b));
        expect([told.at(-1), Math.max(...told.filter((share) => share < 1)) > 0.4]).toEqual([1, true]);
        expect(await platform.set('cmi.completion_status')).toEqual(['incomplete', 'completed']);
        expect((await platform.cmi())['cmi.score.scaled']).toBe('0');
      });
    }
  },
);
