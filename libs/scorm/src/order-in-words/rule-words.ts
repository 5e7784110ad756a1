import {
  type ActivityDefinition,
  DURATIONS,
  type Durations,
  type ObjectiveDefinition,
  type ObjectiveValue,
  type RollupRule,
  type SequencingRule,
  type TimeLimits,
  type Timing,
} from '../sequencing/definition';
import { conditionsInWords, partsInWords } from './condition-words';
import { lengthInWords } from './length-words';
import type { ToldBy } from './told-by';
import { percent } from './tracking';

/** A sentence about one activity, which is "it". */
export interface RuleWords {
  /** Of two versions of an activity, two sentences about the same are one that has changed. */
  about: string;
  words: string;
}

/**
 * What a package asks of one activity beyond the defaults of the book; of groups also how their parts are reached.
 * @param told of the tree that it is in
 */
export function rulesInWords(definition: ActivityDefinition, told: ToldBy): RuleWords[] {
  return [
    ...(definition.isLeaf ? [] : ofGroup(definition)),
    ...definition.pre.map((rule) => only(ruleInWords(BEFORE, rule, definition, told))),
    ...definition.exit.map((rule) => only(ruleInWords(DURING, rule, definition, told))),
    ...definition.post.map((rule) => only(ruleInWords(AFTER, rule, definition, told))),
    ...ofAttempts(definition),
    ...definition.rollupRules.map((rule) => only(rollupRuleInWords(rule))),
    ...towardsItsGroup(definition),
    ...definition.objectives.flatMap(objectiveInWords),
    ...definition.stores.map((store) => only(storeInWords(store))),
  ];
}

/** Of a group, how its parts are reached. */
function ofGroup(definition: ActivityDefinition): RuleWords[] {
  const { choice, flow, forwardOnly, choiceExit, constrainChoice, preventActivation } = definition;
  const { selection, randomization, children } = definition;
  return [
    { about: 'choice', words: `Its parts can${choice ? '' : 'not'} be chosen from the contents.` },
    { about: 'flow', words: `Continue ${flow ? 'leads' : 'does not lead'} through its parts.` },
    ...said(forwardOnly, 'Nobody can go back in it.'),
    ...said(!choiceExit, 'While it is open, nothing outside it can be chosen.'),
    ...said(constrainChoice, 'While it is open, only what comes next can be chosen outside it.'),
    ...said(preventActivation, 'Its parts can be chosen only while it is open.'),
    ...said(!definition.useCurrentAttemptObjectiveInfo, 'What its parts were passed with before a new attempt counts.'),
    ...said(!definition.useCurrentAttemptProgressInfo, 'What of it was completed before a new attempt counts.'),
    ...said(
      selection.timing !== 'never',
      `${Math.min(selection.count, children.length)} of its ${children.length} parts are drawn${WHEN[selection.timing]}.`,
      'drawn',
    ),
    ...said(
      randomization.timing !== 'never',
      `The order of its parts is drawn${WHEN[randomization.timing]}.`,
      'order drawn',
    ),
  ];
}

const WHEN: Readonly<Record<Timing, string>> = {
  never: '',
  once: ' once',
  onEachNewAttempt: ' for each attempt',
};

const BEFORE: Words = {
  skip: ['It is passed over', 'when'],
  disabled: ['It cannot be opened', 'when'],
  hiddenFromChoice: ['It is not in the contents', 'when'],
  stopForwardTraversal: ['Nobody gets beyond it', 'when'],
};
const DURING: Words = { exit: ['It ends', 'as soon as'] };
const AFTER: Words = {
  exitParent: ['When it has ended, its group ends', 'if'],
  exitAll: ['When it has ended, the whole attempt ends', 'if'],
  retry: ['When it has ended, it is taken again', 'if'],
  retryAll: ['When it has ended, everything is taken again from the start', 'if'],
  continue: ['When it has ended, the next part opens', 'if'],
  previous: ['When it has ended, the part before opens', 'if'],
};
type Words = Readonly<Partial<Record<SequencingRule['action'], [what: string, when: string]>>>;

function ruleInWords(words: Words, rule: SequencingRule, definition: ActivityDefinition, told: ToldBy): string {
  const [what, when] = words[rule.action]!;
  const conditions = conditionsInWords(rule, definition, told);
  return `${what} ${isPlain(conditions) ? '' : `${when} `}${conditions}.`;
}

function rollupRuleInWords(rule: RollupRule): string {
  return `It counts as ${ROLLED_UP[rule.action]} when ${whichParts(rule)} are ${partsInWords(rule)}.`;
}

const ROLLED_UP: Readonly<Record<RollupRule['action'], string>> = {
  satisfied: 'passed',
  notSatisfied: 'not passed',
  completed: 'completed',
  incomplete: 'not completed',
};

function whichParts({ children, minimumCount, minimumPercent }: RollupRule): string {
  if (children === 'atLeastCount') return `at least ${minimumCount} of its parts`;
  if (children === 'atLeastPercent') return `at least ${percent(minimumPercent)} of its parts`;
  return { all: 'all its parts', any: 'any of its parts', none: 'none of its parts' }[children];
}

const isPlain = (conditions: string): boolean => conditions === 'in any case' || conditions === 'never';

function ofAttempts(definition: ActivityDefinition): RuleWords[] {
  const { attemptLimit, tracked, completionSetByContent, objectiveSetByContent } = definition;
  return [
    ...said(
      attemptLimit !== undefined,
      `It can be taken ${attemptLimit === 1 ? 'once' : `${attemptLimit} times`}.`,
      'attempts',
    ),
    ...ofTime(definition.timeLimits),
    ...said(!tracked, 'Nothing that it reports counts.'),
    ...said(completionSetByContent, 'When it says nothing about being completed, it is not taken for completed.'),
    ...said(objectiveSetByContent, 'When it says nothing about being passed, it is not taken for passed.'),
  ];
}

function ofTime(limits: TimeLimits = {}): RuleWords[] {
  return [
    ...DURATIONS.flatMap((name) => {
      const most = limits[name];
      return most === undefined ? [] : said(true, `${ONCE_IT_TOOK[name]} ${lengthInWords(most)}.`, name);
    }),
    ...said(limits.begin !== undefined, `It cannot be begun before ${momentInWords(limits.begin)}.`, 'begins'),
    ...said(limits.end !== undefined, `It cannot be begun after ${momentInWords(limits.end)}.`, 'ends'),
  ];
}

const ONCE_IT_TOOK: Readonly<Record<keyof Durations, string>> = {
  activityAbsolute: 'It cannot be begun again once all tries, with their breaks, have taken',
  activityExperienced: 'It cannot be begun again once it was open, in all tries, for',
  attemptAbsolute: 'It cannot be begun again once a try, with its breaks, has taken',
  attemptExperienced: 'It cannot be begun again once it was open, in one try, for',
};

/** `2027-01-31 22:59:59 UTC`: what stands in the package. */
const momentInWords = (at = 0): string => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

function towardsItsGroup(definition: ActivityDefinition): RuleWords[] {
  const { rollsUpObjective, rollsUpProgress, objectiveWeight, progressWeight, required } = definition;
  return [
    ...said(!rollsUpObjective, 'Whether it is passed does not count for its group.'),
    ...said(!rollsUpProgress, 'Whether it is completed does not count for its group.'),
    ...said(objectiveWeight !== 1, `Its score has the weight ${objectiveWeight} in its group.`, 'score weight'),
    ...said(
      progressWeight !== 1,
      `How much of it is done has the weight ${progressWeight} in its group.`,
      'progress weight',
    ),
    ...Object.entries(required).flatMap(([state, when]) =>
      said(
        when !== 'always',
        `Whether its group is ${ROLLED_UP[state as RollupRule['action']]} depends on it only ${ONLY_IF[when]}.`,
        `required for ${state}`,
      ),
    ),
    ...said(!definition.measureSatisfactionIfActive, 'Whether it is passed is judged when it has ended.'),
  ];
}

const ONLY_IF: Readonly<Record<ActivityDefinition['required']['satisfied'], string>> = {
  always: '',
  ifNotSuspended: 'unless it was begun and put away',
  ifAttempted: 'if it was begun',
  ifNotSkipped: 'if it is not passed over',
};

const VALUES: Readonly<Record<ObjectiveValue, string>> = {
  satisfied: 'passed or not',
  measure: 'score',
  raw: 'raw score',
  min: 'lowest score',
  max: 'highest score',
  completed: 'completed or not',
  progress: 'how much is done',
};

/** What the sentence about the pass mark of an activity itself is about. */
export const PASS_MARK = 'pass mark';

/** Objectives that are shared with others, and those that are passed by their score. */
function objectiveInWords(objective: ObjectiveDefinition): RuleWords[] {
  const { id, primary, satisfiedByMeasure, minimumMeasure, reads, writes } = objective;
  const which = primary ? 'It' : `Its objective “${id}”`;
  const read = byObjective(Object.entries(reads).map(([value, shared]) => [shared, value as ObjectiveValue]));
  const written = byObjective(
    Object.entries(writes).flatMap(([value, all]) => all.map((shared) => [shared, value as ObjectiveValue] as const)),
  );
  return [
    ...said(
      satisfiedByMeasure,
      `${which} is passed from a score of ${percent(minimumMeasure)} on.`,
      primary ? PASS_MARK : `pass mark ${id}`,
    ),
    ...read.map(([shared, values]) => only(`${which} takes from the shared objective “${shared}”: ${values}.`)),
    ...written.map(([shared, values]) => only(`${which} tells the shared objective “${shared}”: ${values}.`)),
  ];
}

function byObjective(pairs: readonly (readonly [string, ObjectiveValue])[]): [string, string][] {
  const of = new Map<string, string[]>();
  for (const [shared, value] of pairs) of.set(shared, [...(of.get(shared) ?? []), VALUES[value]]);
  return [...of].map(([shared, values]) => [shared, values.join(', ')]);
}

function storeInWords({ id, read, write }: ActivityDefinition['stores'][number]): string {
  const may = read ? (write ? 'read and write' : 'read') : write ? 'write' : 'neither read nor write';
  return `It shares the data “${id}”, which it may ${may}.`;
}

const only = (words: string): RuleWords => ({ about: words, words });

const said = (isSo: boolean, words: string, about = words): RuleWords[] => (isSo ? [{ about, words }] : []);
