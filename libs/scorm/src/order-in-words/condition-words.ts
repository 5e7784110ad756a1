import type { Condition, RuleCondition, RuleConditions } from '../sequencing/definition';
import { percent } from './tracking';

/** `it is passed and its objective “theory” has no score`. @param primary the name of the objective that is the activity itself */
export function conditionsInWords({ combination, conditions }: RuleConditions, primary: string): string {
  return conditions.map((condition) => conditionInWords(condition, primary)).join(JOINED[combination]) || 'never';
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

function conditionInWords({ condition, negated, objective, threshold }: RuleCondition, primary: string): string {
  const not = negated ? ' not' : '';
  const named = objective !== undefined && objective !== primary;
  const subject = named ? `its objective “${objective}”` : 'it';
  const score = named ? `the score of ${subject}` : 'its score';
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
