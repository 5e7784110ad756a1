import { type CmiData, collection, group, text } from './cmi-reader';
import type { Completion, Success } from '../activity/result';
import { percentage } from './score';
import type { ScoExit, ScoInteraction, ScoObjective, ScoreParts, ScoSnapshot } from '../activity/sco-state';
import { parseTime } from '../activity/time';

/**
 * SCORM 1.2 has one status for two questions (RTE 3.4.4): "passed" and "failed" both mean that the learner is through.
 * "browsed" means looked at, which is no completion.
 */
const statuses: Record<string, [Completion, Success]> = {
  passed: ['completed', 'passed'],
  failed: ['completed', 'failed'],
  completed: ['completed', 'unknown'],
  incomplete: ['incomplete', 'unknown'],
  browsed: ['incomplete', 'unknown'],
};
const exits: readonly string[] = ['suspend', 'logout', 'time-out'];

/** Reads a SCORM 1.2 snapshot as scorm-again sends it. */
export function readCmi12(cmi: CmiData): ScoSnapshot {
  const core = group(cmi, 'core');
  const scoreParts = score12(group(core, 'score'));
  const [completion, success] = statusOf(text(core, 'lesson_status'));
  const exit = text(core, 'exit');
  const preference = group(cmi, 'student_preference');
  return {
    completion,
    success,
    score: percentage(scoreParts),
    scoreParts,
    location: text(core, 'lesson_location'),
    suspendData: Object.hasOwn(cmi, 'suspend_data') ? text(cmi, 'suspend_data') : undefined,
    exit: exits.includes(exit) ? (exit as ScoExit) : '',
    sessionTime: parseTime('scorm_12', text(core, 'session_time')),
    interactions: collection(cmi, 'interactions').map(({ index, item }) => interaction12(index, item)),
    objectives: collection(cmi, 'objectives').map(({ item }) => objective12(item)),
    preference: {
      audio: text(preference, 'audio'),
      language: text(preference, 'language'),
      speed: text(preference, 'speed'),
      text: text(preference, 'text'),
    },
    comments: text(cmi, 'comments') === '' ? [] : [text(cmi, 'comments')],
  };
}

function statusOf(status: string): [Completion, Success] {
  return (Object.hasOwn(statuses, status) ? statuses[status] : undefined) ?? ['not_attempted', 'unknown'];
}

function score12(score: CmiData): ScoreParts {
  return { raw: text(score, 'raw'), min: text(score, 'min'), max: text(score, 'max'), scaled: '' };
}

function objective12(objective: CmiData): ScoObjective {
  const [completion, success] = statusOf(text(objective, 'status'));
  const score = score12(group(objective, 'score'));
  return { id: text(objective, 'id'), completion, success, score, progress: '', description: '' };
}

function interaction12(index: number, item: CmiData): ScoInteraction {
  const result = text(item, 'result');
  return {
    index,
    id: text(item, 'id'),
    type: text(item, 'type'),
    response: text(item, 'student_response'),
    correctResponses: collection(item, 'correct_responses').map((response) => text(response.item, 'pattern')),
    result: result === 'wrong' ? 'incorrect' : result,
    weighting: text(item, 'weighting'),
    latency: parseTime('scorm_12', text(item, 'latency')),
    time: text(item, 'time'),
    description: '',
    objectives: collection(item, 'objectives').map((objective) => text(objective.item, 'id')),
  };
}
