import { type CmiData, collection, decimal, group, text } from './cmi-reader';
import type { Completion, Success } from '../activity/result';
import { percentage } from './score';
import type { ScoComment, ScoExit, ScoInteraction, ScoObjective, ScoreParts, ScoSnapshot } from '../activity/sco-state';
import { parseTime } from '../activity/time';

const exits: readonly string[] = ['suspend', 'logout', 'time-out', 'normal'];

/** Reads a SCORM 2004 snapshot as scorm-again sends it. */
export function readCmi2004(cmi: CmiData): ScoSnapshot {
  const scoreParts = score2004(group(cmi, 'score'));
  const exit = text(cmi, 'exit');
  const [total, session] = ['total_time', 'session_time'].map((name) => parseTime('scorm_2004', text(cmi, name)));
  const preference = group(cmi, 'learner_preference');
  return {
    completion: completionOf(text(cmi, 'completion_status')),
    ...wordsOf(cmi),
    success: successOf(text(cmi, 'success_status')),
    score: percentage(scoreParts),
    progress: progressOf(text(cmi, 'progress_measure')),
    scoreParts,
    location: text(cmi, 'location'),
    suspendData: Object.hasOwn(cmi, 'suspend_data') ? text(cmi, 'suspend_data') : undefined,
    exit: exits.includes(exit) ? (exit as ScoExit) : '',
    sessionTime: session,
    ...(total !== undefined && { timeSoFar: total + (session ?? 0) }),
    interactions: collection(cmi, 'interactions').map(({ index, item }) => interaction2004(index, item)),
    objectives: collection(cmi, 'objectives').map(({ item }) => objective2004(item)),
    preference: {
      audio: text(preference, 'audio_level'),
      language: text(preference, 'language'),
      speed: text(preference, 'delivery_speed'),
      text: text(preference, 'audio_captioning'),
    },
    comments: collection(cmi, 'comments_from_learner').map(({ item }) => comment2004(item)),
  };
}

function completionOf(status: string): Completion {
  return status === 'completed' || status === 'incomplete' ? status : 'not_attempted';
}

/** What was said where the record keeps less. */
function wordsOf(data: CmiData): Pick<ScoSnapshot, 'completionSaid' | 'successSaid'> {
  const completion = text(data, 'completion_status');
  return {
    ...((completion === 'unknown' || completion === 'not attempted') && { completionSaid: completion }),
    ...(text(data, 'success_status') === 'unknown' && { successSaid: 'unknown' }),
  };
}

function successOf(status: string): Success {
  return status === 'passed' || status === 'failed' ? status : 'unknown';
}

function progressOf(measure: string): number | undefined {
  const value = decimal(measure);
  return value === undefined ? undefined : Math.min(1, Math.max(0, value));
}

function score2004(score: CmiData): ScoreParts {
  return {
    raw: text(score, 'raw'),
    min: text(score, 'min'),
    max: text(score, 'max'),
    scaled: text(score, 'scaled'),
  };
}

function objective2004(objective: CmiData): ScoObjective {
  return {
    id: text(objective, 'id'),
    completion: completionOf(text(objective, 'completion_status')),
    success: successOf(text(objective, 'success_status')),
    score: score2004(group(objective, 'score')),
    progress: text(objective, 'progress_measure'),
    description: text(objective, 'description'),
    ...wordsOf(objective),
  };
}

function comment2004(comment: CmiData): ScoComment {
  const said = ['comment', 'location', 'timestamp'].filter((name) => typeof comment[name] === 'string');
  return Object.fromEntries(said.map((name) => [name, text(comment, name)]));
}

function interaction2004(index: number, item: CmiData): ScoInteraction {
  return {
    index,
    id: text(item, 'id'),
    type: text(item, 'type'),
    response: text(item, 'learner_response'),
    correctResponses: collection(item, 'correct_responses').map((response) => text(response.item, 'pattern')),
    result: text(item, 'result'),
    weighting: text(item, 'weighting'),
    latency: parseTime('scorm_2004', text(item, 'latency')),
    time: text(item, 'timestamp'),
    description: text(item, 'description'),
    objectives: collection(item, 'objectives').map((objective) => text(objective.item, 'id')),
  };
}
