import type {
  ActivityDefinition,
  Condition,
  ObjectiveValue,
  RuleCondition,
  RuleConditions,
} from '../sequencing/definition';
import type { ToldBy } from './told-by';
import { percent } from './tracking';

/** `it is passed and “Theory” has no score`. */
export function conditionsInWords(
  { combination, conditions }: RuleConditions,
  definition: ActivityDefinition,
  toldBy: ToldBy,
): string {
  const said = conditions.map((condition) => ({
    condition,
    subject: subjectOf(condition, definition, toldBy),
  }));
  const words = said.map(({ condition, subject }) => conditionInWords(condition, subject));
  return (combination === 'any' ? unknownOrNot(said, words) : words).join(JOINED[combination]) || 'never';
}

/** Of the parts of a group: `passed or not begun`. */
export function partsInWords({ combination, conditions }: RuleConditions): string {
  const words = conditions.map(({ condition, negated }) => (negated ? 'not ' : '') + OF_PARTS[condition]);
  return words.join(JOINED[combination]) || 'never considered';
}

const JOINED = { all: ' and ', any: ' or ' };

const OF_PARTS: Readonly<Record<Condition, string>> = {
  satisfied: 'passed',
  completed: 'completed',
  attempted: 'begun',
  objectiveStatusKnown: 'known to be passed or not',
  activityProgressKnown: 'known to be completed or not',
  objectiveMeasureKnown: 'scored',
  objectiveMeasureGreaterThan: 'scored high enough',
  objectiveMeasureLessThan: 'scored low enough',
  attemptLimitExceeded: 'out of attempts',
  timeLimitExceeded: 'out of time',
  outsideAvailableTimeRange: 'outside their dates',
  always: 'there',
  never: 'ever considered',
};

/** The value that a condition looks at; the others are about the activity itself. */
const LOOKS_AT: Readonly<Partial<Record<Condition, ObjectiveValue>>> = {
  satisfied: 'satisfied',
  objectiveStatusKnown: 'satisfied',
  completed: 'completed',
  activityProgressKnown: 'completed',
  objectiveMeasureKnown: 'measure',
  objectiveMeasureGreaterThan: 'measure',
  objectiveMeasureLessThan: 'measure',
};

/** It, an objective of its own, or the part whose word that objective is. */
function subjectOf(
  { condition, objective }: RuleCondition,
  { objectives }: ActivityDefinition,
  toldBy: ToldBy,
): string {
  const value = LOOKS_AT[condition];
  const own = objectives.find(({ id, primary }) => id === objective && id !== '' && !primary);
  if (value === undefined || !own) return 'it';
  const shared = own.reads[value];
  return (shared === undefined ? undefined : toldBy(shared, value)) ?? `its objective “${own.id}”`;
}

interface Said {
  condition: RuleCondition;
  subject: string;
}

/** "Not passed, or not known whether": what most packages that lock a part ask in two conditions. */
function unknownOrNot(said: readonly Said[], words: readonly string[]): string[] {
  const PAIRS = [
    ['satisfied', 'objectiveStatusKnown', 'passed'],
    ['completed', 'activityProgressKnown', 'completed'],
  ] as const;
  for (const [is, isKnown, word] of PAIRS) {
    const first = said.findIndex(({ condition }) => condition.condition === is && condition.negated);
    const other = said.findIndex(
      ({ condition, subject }) =>
        condition.condition === isKnown && condition.negated && subject === said[first]?.subject,
    );
    if (first < 0 || other < 0) continue;
    const rest = words.filter((_, at) => at !== first && at !== other);
    return [`${said[first]!.subject} is not known to be ${word}`, ...rest];
  }
  return [...words];
}

function conditionInWords({ condition, negated, threshold }: RuleCondition, subject: string): string {
  const not = negated ? ' not' : '';
  const score = subject === 'it' ? 'its score' : `the score of ${subject}`;
  switch (condition) {
    case 'satisfied':
      return `${subject} is${not} passed`;
    case 'completed':
      return `${subject} is${not} completed`;
    case 'attempted':
      return `it was${not} begun`;
    case 'objectiveStatusKnown':
      return `it is${not} known whether ${subject} is passed`;
    case 'activityProgressKnown':
      return `it is${not} known whether ${subject} is completed`;
    case 'objectiveMeasureKnown':
      return `${subject} has ${negated ? 'no' : 'a'} score`;
    case 'objectiveMeasureGreaterThan':
      return `${score} is${not} above ${percent(threshold)}`;
    case 'objectiveMeasureLessThan':
      return `${score} is${not} below ${percent(threshold)}`;
    case 'attemptLimitExceeded':
      return `its attempts are${not} used up`;
    case 'timeLimitExceeded':
      return `its time is${not} over`;
    case 'outsideAvailableTimeRange':
      return `today is${not} outside its dates`;
    case 'always':
      return negated ? 'never' : 'in any case';
    case 'never':
      return negated ? 'in any case' : 'never';
  }
}
