import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { navigate, newSequencing } from '../sequencing/navigate';
import { sequencingTree } from '../sequencing/read-definition';
import { report } from '../sequencing/report';
import {
  control,
  element,
  FLOW,
  part,
  rule,
  rules,
  said,
  sequencing,
  tree,
} from '../../../../test/support/given-sequencing';
import { CODE_WORDS } from './code-words';
import { pathInWords } from './path-words';
import { rulesInWords } from './rule-words';
import { toldBy } from './told-by';
import { trackingInWords, trackingOf } from './tracking';

const ENGINE = join(__dirname, '../sequencing');
const source = readdirSync(ENGINE)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
  .map((name) => readFileSync(join(ENGINE, name), 'utf8'))
  .join('\n');
const titleOf = (id: string) => `“${id}”`;

describe('the order of parts in words', () => {
  it('has words for every reason that the rules can give, and for no other', () => {
    const codes = new Set([...source.matchAll(/'([A-Z]{2}(?:\.\d+)+-\d+)'/g)].map(([, code]) => code!));
    expect(Object.keys(CODE_WORDS).toSorted()).toEqual([...codes].toSorted());
  });

  it('has words for every step that the rules note', () => {
    const requests = ['start', 'resumeAll', 'continue', 'previous', 'exit', 'exitAll'];
    const further = ['abandon', 'abandonAll', 'suspendAll', 'choice', 'jump'];
    const actions = ['exitParent', 'exitAll', 'retry', 'retryAll', 'continue', 'previous'];
    const rest: Record<string, string[]> = {
      'NB.2.1 ${request.kind}': [...requests, ...further],
      'TB.2.3 ${request}': ['exit', 'exitAll', 'abandon', 'abandonAll', 'suspendAll'],
      'SB.2.12 ${request.kind}': ['start', 'resumeAll', 'continue', 'previous', 'exit', 'retry', 'choice', 'jump'],
      'TB.2.2 ${action} ${activity}': actions.map((action) => `${action} one`),
      'SB.2.2 skips ${activity}': ['skips one'],
      'DB.1.1 ${barred}': ['DB.1.1-3'],
      'TB.2.1 ${target}': ['one'],
      'UP.4 ${activity}': ['one'],
      'DB.2 ${activity}': ['one'],
    };
    const noted = [...source.matchAll(/\.note\(`([^`]+)`\)/g)].map(([, step]) => step!);
    expect(noted.toSorted()).toEqual(Object.keys(rest).toSorted());
    for (const [step, endings] of Object.entries(rest)) {
      for (const ending of endings) {
        const [words] = pathInWords([`${step.split(' ')[0]} ${ending}`], titleOf);
        expect([step, ending, words]).not.toContain(undefined);
        expect(words).not.toMatch(/It stops|undefined|[A-Z]{2}\.\d/);
      }
    }
  });

  it('tells the way of a request, and how every part stands after it', () => {
    const passedOver = { sequencing: sequencing(rules(rule('pre', 'skip', 'always'))) };
    const built = sequencingTree(tree(part('root', FLOW, part('one'), part('two', passedOver), part('three'))));
    const begun = navigate(built, newSequencing(built, 1), { kind: 'start' }, 0).state;
    const done = report(built, begun, said({ completion: 'completed', success: 'passed' }), 0);
    const { path, state } = navigate(built, done, { kind: 'continue' }, 0);
    expect(pathInWords(path, titleOf)).toEqual([
      'Asked for: the next part (Continue).',
      'What is open has to end first.',
      '“one” ends.',
      'Looking for the next part that can be opened.',
      'A rule of “two” says that it is passed over.',
      '“three” opens.',
    ]);
    expect(trackingOf(built, state, 0).map((one) => [one.id, trackingInWords(one)])).toEqual([
      ['root', 'Open now · attempt 1 · completion unknown · success unknown'],
      ['one', 'Ended · attempt 1 · completed · passed'],
      ['two', 'Not begun'],
      ['three', 'Open now · attempt 1 · completion unknown · success unknown'],
    ]);
    const back = navigate(built, state, { kind: 'jump', target: 'nowhere' }, 0);
    expect(pathInWords(back.path, titleOf).at(-1)).toBe(
      'It stops: there is no such part, or it was not drawn for this attempt.',
    );
  });

  it('tells how long a part was open where that is limited', () => {
    const limits = element('limitConditions', { activityabsolutedurationlimit: 'PT1H' });
    const built = sequencingTree(
      tree(part('root', FLOW, part('one', { sequencing: sequencing(limits) }), part('two'))),
    );
    const begun = navigate(built, newSequencing(built, 1), { kind: 'start' }, 0).state;
    const [root] = trackingOf(built, begun, 65_400);
    expect(trackingInWords(root!)).toContain('· was open for 1 minute 5 seconds');
  });

  it('says what a package asks of a part', () => {
    const objectives = element(
      'objectives',
      {},
      element(
        'primaryObjective',
        { objectiveid: 'p', satisfiedbymeasure: 'true' },
        { ...element('minNormalizedMeasure'), text: '0.8' },
        element('mapInfo', { targetobjectiveid: 'shared', writesatisfiedstatus: 'true', readsatisfiedstatus: 'false' }),
      ),
    );
    const last = sequencing(
      rules(rule('pre', 'disabled', 'satisfied', true, 'p'), rule('post', 'retryAll', 'attempted')),
      element('limitConditions', {
        attemptlimit: '2',
        activityexperienceddurationlimit: 'PT1H30M',
        attemptabsolutedurationlimit: 'P1DT0.5S',
        endtimelimit: '2027-01-31T22:00:00+01:00',
      }),
      objectives,
    );
    const rollup = element(
      'rollupRules',
      { objectivemeasureweight: '0.5' },
      element(
        'rollupRule',
        { childactivityset: 'atLeastCount', minimumcount: '2' },
        element('rollupConditions', {}, element('rollupCondition', { condition: 'attempted', operator: 'not' })),
        element('rollupAction', { action: 'incomplete' }),
      ),
    );
    const whole = sequencing(control({ flow: 'true', choice: 'false', forwardonly: 'true' }), rollup);
    const built = sequencingTree(
      tree(part('root', { sequencing: whole }, part('one'), part('two', { sequencing: last }))),
    );
    const told = toldBy(built, (id) => id);
    const words = (id: string) => rulesInWords(built.activities.get(id)!, told).map((one) => one.words);
    expect(words('root')).toEqual([
      'Its parts cannot be chosen from the contents.',
      'Continue leads through its parts.',
      'Nobody can go back in it.',
      'It counts as not completed when at least 2 of its parts are not begun.',
      'Its score has the weight 0.5 in its group.',
    ]);
    expect(words('one')).toEqual([]);
    expect(words('two')).toEqual([
      'It cannot be opened when it is not passed.',
      'When it has ended, everything is taken again from the start if it was begun.',
      'It can be taken 2 times.',
      'It cannot be begun again once it was open, in all tries, for 1 hour 30 minutes.',
      'It cannot be begun again once a try, with its breaks, has taken 1 day 0.5 seconds.',
      'It cannot be begun after 2027-01-31 21:00:00 UTC.',
      'It is passed from a score of 80% on.',
      'It takes from the shared objective “shared”: score.',
      'It tells the shared objective “shared”: passed or not.',
    ]);
  });

  it('names the part whose word a shared objective is, and says the two conditions of a lock as one', () => {
    const map = (more: object) => element('mapInfo', { targetobjectiveid: 'first', ...more });
    const tells = element(
      'objectives',
      {},
      element(
        'primaryObjective',
        { objectiveid: 'p' },
        map({ readsatisfiedstatus: 'false', writesatisfiedstatus: 'true' }),
      ),
    );
    const reads = element(
      'objectives',
      {},
      element('primaryObjective'),
      element('objective', { objectiveid: 'o' }, map({})),
    );
    const lock = element(
      'preConditionRule',
      {},
      element(
        'ruleConditions',
        { conditioncombination: 'any' },
        ...['satisfied', 'objectiveStatusKnown', 'attemptLimitExceeded'].map((condition) =>
          element('ruleCondition', {
            condition,
            operator: condition.startsWith('attempt') ? 'noOp' : 'not',
            referencedobjective: 'o',
          }),
        ),
      ),
      element('ruleAction', { action: 'disabled' }),
    );
    const locked = { sequencing: sequencing(rules(lock), reads) };
    const lockOf = (...parts: ReturnType<typeof part>[]) => {
      const built = sequencingTree(tree(part('root', FLOW, ...parts, part('two', locked))));
      return rulesInWords(
        built.activities.get('two')!,
        toldBy(built, (id) => `Part ${id}`),
      )[0]!.words;
    };
    const one = part('one', { sequencing: sequencing(tells) });
    expect(lockOf(one)).toBe(
      'It cannot be opened when “Part one” is not known to be passed or its attempts are used up.',
    );
    expect(lockOf(one, { ...one, id: 'other' })).toContain('its objective “o” is not known to be passed');
  });
});
