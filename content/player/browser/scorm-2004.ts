import type { Question } from './course';
import type { AnsweredQuestion, Edition, Entries } from './edition';
import { timeInterval, timestamp } from './time';

const COMPLETION = 'cmi.completion_status';
const SUCCESS = 'cmi.success_status';

// What a platform has to keep of a text (RTE 4.2.9.1, 4.2.18.2).
const LONGEST_DESCRIPTION = 250;

/** SCORM 2004, 4th edition (RTE 4.2). */
export const scorm2004: Edition = {
  api: 'API_1484_11',
  calls: { initialize: 'Initialize', get: 'GetValue', set: 'SetValue', commit: 'Commit', finish: 'Terminate' },
  location: 'cmi.location',
  exit: 'cmi.exit',
  sessionTime: 'cmi.session_time',
  span: timeInterval,
  passed: (read) => read(SUCCESS) === 'passed',
  begin: (read) => (['', 'unknown', 'not attempted'].includes(read(COMPLETION)) ? [[COMPLETION, 'incomplete']] : []),
  progress: (share) => [['cmi.progress_measure', String(share)]],
  result: (percent, passed) => [
    ...score('cmi.', percent),
    [SUCCESS, passed ? 'passed' : 'failed'],
    [COMPLETION, 'completed'],
  ],
  objectiveBegun: ({ id, text }) => [
    ['id', id],
    ['description', text.slice(0, LONGEST_DESCRIPTION)],
  ],
  objectiveTested: (percent, passed) => [
    ...score('', percent),
    ['success_status', passed ? 'passed' : 'failed'],
    ['completion_status', 'completed'],
    ['progress_measure', '1'],
  ],
  interaction,
};

const score = (below: string, percent: number): Entries => [
  [`${below}score.min`, '0'],
  [`${below}score.max`, '100'],
  [`${below}score.raw`, String(percent)],
  [`${below}score.scaled`, String(percent / 100)],
];

const TYPES: Record<Question['kind'], string> = {
  single: 'choice',
  multiple: 'choice',
  'true-false': 'true-false',
  matching: 'matching',
  ordering: 'sequencing',
  number: 'numeric',
};

/** Type before the response and its pattern: what they may look like depends on it (RTE 4.2.9). */
function interaction({ question, text, weight, attempt, given, right, seconds }: AnsweredQuestion, now: Date): Entries {
  return [
    ['id', `${question.id}.${attempt}`],
    ['type', TYPES[question.kind]],
    ['objectives.0.id', question.objective],
    ['timestamp', timestamp(now)],
    ['correct_responses.0.pattern', pattern(question)],
    ['weighting', String(weight)],
    ['learner_response', response(question, given)],
    ['result', right ? 'correct' : 'incorrect'],
    ['latency', timeInterval(seconds)],
    ['description', text.slice(0, LONGEST_DESCRIPTION)],
  ];
}

/** RTE 4.2.9.1: a number is right between two numbers; everything else is like a response. */
function pattern(question: Question): string {
  if (question.kind !== 'number') return response(question, question.right);
  const [right, tolerance] = [Number(question.right), question.tolerance ?? 0];
  return `${plain(right - tolerance)}[:]${plain(right + tolerance)}`;
}

/** RTE 4.2.9.2: "a[,]c", "true", "1[.]c[,]2[.]a", "c[,]a[,]b", "28". */
function response({ kind }: Question, answer: string): string {
  const letters = answer.split('');
  if (kind === 'number') return answer;
  if (kind === 'true-false') return String(answer === 'a');
  if (kind === 'matching') return letters.map((letter, index) => `${index + 1}[.]${letter}`).join('[,]');
  return letters.join('[,]');
}

// real (10,7): no more digits than that, and none that only rounding has made.
const plain = (number: number) => String(Number(number.toFixed(7)));
