import type { Question } from './course';
import type { AnsweredQuestion, Edition, Entries } from './edition';
import { timeOfDay, timespan } from './time';

const STATUS = 'cmi.core.lesson_status';

/** SCORM 1.2 (RTE 3.4). */
export const scorm12: Edition = {
  api: 'API',
  calls: {
    initialize: 'LMSInitialize',
    get: 'LMSGetValue',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
    finish: 'LMSFinish',
  },
  location: 'cmi.core.lesson_location',
  exit: 'cmi.core.exit',
  sessionTime: 'cmi.core.session_time',
  span: timespan,
  passed: (read) => ['passed', 'completed'].includes(read(STATUS)),
  begin: (read) => (['', 'not attempted'].includes(read(STATUS)) ? [[STATUS, 'incomplete']] : []),
  progress: () => [],
  result: (percent, passed) => [...score('cmi.core.', percent), [STATUS, passed ? 'passed' : 'failed']],
  objectiveBegun: ({ id }) => [
    ['id', id],
    ['status', 'not attempted'],
  ],
  objectiveTested: (percent, passed) => [...score('', percent), ['status', passed ? 'passed' : 'failed']],
  interaction,
};

const score = (below: string, percent: number): Entries => [
  [`${below}score.min`, '0'],
  [`${below}score.max`, '100'],
  [`${below}score.raw`, String(percent)],
];

const TYPES: Record<Question['kind'], string> = {
  single: 'choice',
  multiple: 'choice',
  'true-false': 'true-false',
  matching: 'matching',
  ordering: 'sequencing',
  number: 'numeric',
};

function interaction({ question, weight, attempt, given, right, seconds }: AnsweredQuestion, now: Date): Entries {
  return [
    ['id', `${question.id}.${attempt}`],
    ['objectives.0.id', question.objective],
    ['type', TYPES[question.kind]],
    ['time', timeOfDay(now)],
    ['correct_responses.0.pattern', response(question, question.right)],
    ['weighting', String(weight)],
    ['student_response', response(question, given)],
    ['result', right ? 'correct' : 'wrong'],
    ['latency', timespan(seconds)],
  ];
}

/** RTE 3.4.7: "a,c" for choice, "t" or "f", "1.c,2.a" for matching, "c,a,b" for sequencing, digits for a number. */
function response({ kind }: Question, answer: string): string {
  const letters = answer.split('');
  if (kind === 'number') return answer;
  if (kind === 'true-false') return answer === 'a' ? 't' : 'f';
  if (kind === 'matching') return letters.map((letter, index) => `${index + 1}.${letter}`).join(',');
  return letters.join(',');
}
