import type { Activity } from '../activity/activity-tree';
import { type CmiTree, decimalWithin, indexed, integerWithin, number, oneOf, set, upTo } from './cmi-format';
import { entryOf } from './entry';
import type { LaunchMode, Learner } from './learner';
import type { RememberedSco, ScoObjective, ScoreParts } from '../activity/sco-state';
import { formatTime, parseTime } from '../activity/time';

const timeLimitActions = ['exit,message', 'exit,no message', 'continue,message', 'continue,no message'];

/** SCORM 1.2 RTE 3.4.4. Interactions are write-only there, so they start empty; the log has the earlier ones. */
export function initialCmi12(
  activity: Activity,
  learner: Learner,
  before: RememberedSco | undefined,
  mode: LaunchMode,
): CmiTree {
  const cmi: CmiTree = {};
  set(cmi, 'core', coreOf(learner, before, mode));
  set(cmi, 'suspend_data', before?.suspendData);
  set(cmi, 'launch_data', activity.launchData);
  set(cmi, 'comments', upTo(4096, before?.comments?.filter((one) => typeof one === 'string').join('\n')));
  set(cmi, 'objectives', indexed((before?.objectives ?? []).flatMap(objectiveOf)));
  set(cmi, 'student_data', studentDataOf(activity));
  set(cmi, 'student_preference', preferenceOf(before));
  return cmi;
}

function coreOf(learner: Learner, before: RememberedSco | undefined, { credit, mode }: LaunchMode): CmiTree {
  const core: CmiTree = {};
  set(core, 'student_id', upTo(255, learner.id));
  set(core, 'student_name', learner.name.slice(0, 255));
  set(core, 'lesson_location', upTo(255, before?.location));
  set(core, 'credit', credit);
  set(core, 'lesson_status', statusOf(before ?? {}));
  set(core, 'entry', entryOf(before));
  set(core, 'lesson_mode', mode);
  set(core, 'total_time', formatTime('scorm_12', before?.totalTime ?? 0));
  set(core, 'score', scoreOf(before?.scoreParts));
  return core;
}

function statusOf({ completion, success }: Pick<RememberedSco, 'completion' | 'success'>): string {
  if (success === 'passed' || success === 'failed') return success;
  if (completion === 'completed' || completion === 'incomplete') return completion;
  return 'not attempted';
}

function scoreOf(parts: ScoreParts | undefined): CmiTree {
  const score: CmiTree = {};
  for (const name of ['raw', 'min', 'max'] as const) set(score, name, decimalWithin(parts?.[name], 0, 1e10));
  return score;
}

function objectiveOf(objective: ScoObjective): CmiTree[] {
  if (!/^[\u0021-\u007e]{1,255}$/.test(objective.id)) return [];
  const tree: CmiTree = { id: objective.id };
  set(tree, 'score', scoreOf(objective.score));
  set(tree, 'status', statusOf(objective));
  return [tree];
}

function studentDataOf(activity: Activity): CmiTree {
  const data: CmiTree = {};
  set(data, 'mastery_score', decimalWithin(number(activity.masteryScore), 0, 100));
  const allowed = activity.maxTimeAllowed === undefined ? undefined : parseTime('scorm_12', activity.maxTimeAllowed);
  if (allowed !== undefined) set(data, 'max_time_allowed', formatTime('scorm_12', allowed));
  set(data, 'time_limit_action', oneOf(timeLimitActions, activity.timeLimitAction));
  return data;
}

function preferenceOf(before: RememberedSco | undefined): CmiTree {
  const tree: CmiTree = {};
  set(tree, 'audio', integerWithin(before?.preference?.audio, -1, 100));
  set(tree, 'language', upTo(255, before?.preference?.language));
  set(tree, 'speed', integerWithin(before?.preference?.speed, -100, 100));
  set(tree, 'text', integerWithin(before?.preference?.text, -1, 1));
  return tree;
}
