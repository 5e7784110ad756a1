import fc from 'fast-check';
import type { ActivityReport, NavigationRequest } from '@induct/scorm';
import { control, element, part, rule, rules, said, sequencing, tree } from './given-sequencing';

const CONDITIONS = [
  'satisfied',
  'objectiveStatusKnown',
  'completed',
  'attempted',
  'attemptLimitExceeded',
  'timeLimitExceeded',
  'outsideAvailableTimeRange',
  'always',
  'never',
];
const aLength = fc.constantFrom('PT1S', 'PT45S', 'PT2M', 'PT1H');
const aMoment = fc.constantFrom('1970-01-01T00:01:00Z', '2999-01-01T00:00:00Z');
const bool = fc.boolean().map(String);
const aRule = fc
  .tuple(
    fc.constantFrom<['pre' | 'post' | 'exit', string]>(
      ['pre', 'skip'],
      ['pre', 'disabled'],
      ['pre', 'hiddenFromChoice'],
      ['pre', 'stopForwardTraversal'],
      ['post', 'exitParent'],
      ['post', 'exitAll'],
      ['post', 'retry'],
      ['post', 'retryAll'],
      ['post', 'continue'],
      ['post', 'previous'],
      ['exit', 'exit'],
    ),
    fc.constantFrom(...CONDITIONS),
    fc.boolean(),
  )
  .map(([[kind, action], condition, not]) => rule(kind, action, condition, not));
const aSequencing = fc
  .record({
    control: fc.record({ flow: bool, choice: bool, choiceexit: bool, forwardonly: bool }),
    rules: fc.array(aRule, { maxLength: 2 }),
    constrained: fc.record({ constrainchoice: bool, preventactivation: bool }),
    limits: fc.record(
      {
        attemptlimit: fc.nat(2).map(String),
        attemptabsolutedurationlimit: aLength,
        attemptexperienceddurationlimit: aLength,
        activityabsolutedurationlimit: aLength,
        activityexperienceddurationlimit: aLength,
        begintimelimit: aMoment,
        endtimelimit: aMoment,
      },
      { requiredKeys: [] },
    ),
    random: fc.record({
      randomizationtiming: fc.constantFrom('never', 'once', 'onEachNewAttempt'),
      reorderchildren: bool,
      selectiontiming: fc.constantFrom('never', 'once', 'onEachNewAttempt'),
      selectcount: fc.nat(3).map(String),
    }),
    maps: fc.array(
      fc.record({
        targetobjectiveid: fc.constantFrom('x', 'y'),
        readsatisfiedstatus: bool,
        writesatisfiedstatus: bool,
      }),
    ),
  })
  .map(({ control: mode, rules: list, constrained, limits, random, maps }) =>
    sequencing(
      control(mode),
      rules(...list),
      element('constrainedChoiceConsiderations', constrained),
      element('limitConditions', limits),
      element('randomizationControls', random),
      element(
        'objectives',
        {},
        element('primaryObjective', { objectiveid: 'own' }, ...maps.map((map) => element('mapInfo', map))),
      ),
    ),
  );

/** Up to two levels of up to four, with random rules everywhere. */
export const aRandomOrder = fc
  .tuple(
    aSequencing,
    fc.array(fc.tuple(aSequencing, fc.array(aSequencing, { maxLength: 4 })), { minLength: 1, maxLength: 4 }),
  )
  .map(([root, groups]) =>
    tree(
      part(
        'root',
        { sequencing: root },
        ...groups.map(([own, leaves], at) =>
          part(
            `g${at}`,
            { sequencing: own },
            ...leaves.map((leaf, below) => part(`g${at}-${below}`, { sequencing: leaf })),
          ),
        ),
      ),
    ),
  );
/** A request, or what the open part says. */
export const aRandomStep = fc.oneof(
  fc
    .constantFrom(
      'start',
      'resumeAll',
      'continue',
      'previous',
      'exit',
      'exitAll',
      'abandon',
      'abandonAll',
      'suspendAll',
    )
    .map((kind) => ({ kind }) as NavigationRequest),
  fc
    .tuple(fc.constantFrom('choice', 'jump'), fc.nat(3), fc.option(fc.nat(3)))
    .map(([kind, at, below]) => ({ kind, target: below === null ? `g${at}` : `g${at}-${below}` }) as NavigationRequest),
  fc
    .record({
      completion: fc.constantFrom('completed', 'incomplete', 'not_attempted'),
      success: fc.constantFrom('passed', 'failed', 'unknown'),
      suspends: fc.boolean(),
    })
    .map((values) => said(values as Partial<ActivityReport>)),
);
