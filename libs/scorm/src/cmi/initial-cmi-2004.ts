import type { Activity } from '../activity/activity-tree';
import { type CmiTree, decimalWithin, indexed, integerWithin, number, oneOf, plainLine, set, upTo } from './cmi-format';
import { entryOf } from './entry';
import type { LaunchMode, Learner } from './learner';
import { initialInteractions, initialObjectives } from './initial-collections-2004';
import type { RememberedSco } from '../activity/sco-state';
import { formatTime, parseTime } from '../activity/time';

const timeLimitActions = ['exit,message', 'exit,no message', 'continue,message', 'continue,no message'];

/** SCORM 2004 RTE 4.2. */
export function initialCmi2004(
  activity: Activity,
  learner: Learner,
  before: RememberedSco | undefined,
  { credit, mode }: LaunchMode,
): CmiTree {
  const cmi: CmiTree = {};
  set(cmi, 'learner_id', upTo(4000, learner.id));
  set(cmi, 'learner_name', learner.name.slice(0, 250));
  set(cmi, 'credit', credit);
  set(cmi, 'mode', mode);
  set(cmi, 'entry', entryOf(before));
  set(cmi, 'total_time', formatTime('scorm_2004', before?.totalTime ?? 0));
  setManifestValues(cmi, activity);
  if (before) setRemembered(cmi, before);
  set(cmi, 'objectives', indexed(initialObjectives(activity, before)));
  set(cmi, 'interactions', indexed(initialInteractions(before)));
  return cmi;
}

function setManifestValues(cmi: CmiTree, activity: Activity): void {
  set(cmi, 'launch_data', activity.launchData);
  set(cmi, 'scaled_passing_score', decimalWithin(number(activity.scaledPassingScore), -1, 1));
  set(cmi, 'completion_threshold', decimalWithin(number(activity.completionThreshold), 0, 1));
  const allowed = activity.maxTimeAllowed === undefined ? undefined : parseTime('scorm_2004', activity.maxTimeAllowed);
  if (allowed !== undefined) set(cmi, 'max_time_allowed', formatTime('scorm_2004', allowed));
  set(cmi, 'time_limit_action', oneOf(timeLimitActions, activity.timeLimitAction));
}

function setRemembered(cmi: CmiTree, before: RememberedSco): void {
  set(cmi, 'completion_status', before.completion === 'not_attempted' ? 'not attempted' : before.completion);
  set(cmi, 'success_status', before.success);
  set(cmi, 'location', upTo(1000, before.location));
  set(cmi, 'suspend_data', before.suspendData);
  set(cmi, 'progress_measure', decimalWithin(number(before.progress), 0, 1));
  const score: CmiTree = {};
  set(score, 'scaled', decimalWithin(before.scoreParts?.scaled, -1, 1));
  for (const name of ['raw', 'min', 'max'] as const) {
    set(score, name, decimalWithin(before.scoreParts?.[name], -1e10, 1e10));
  }
  set(cmi, 'score', score);
  const preference: CmiTree = {};
  set(preference, 'audio_level', decimalWithin(before.preference?.audio, 0, 999));
  set(preference, 'language', languageOf(before.preference?.language));
  const speed = decimalWithin(before.preference?.speed, 0, 999);
  // scorm-again takes a speed of nothing for out of range.
  set(preference, 'delivery_speed', Number(speed) === 0 ? undefined : speed);
  set(preference, 'audio_captioning', integerWithin(before.preference?.text, -1, 1));
  set(cmi, 'learner_preference', preference);
  const comments = (before.comments ?? []).map((comment) => plainLine(4000, comment));
  set(cmi, 'comments_from_learner', indexed(comments.flatMap((comment) => (comment ? [{ comment }] : []))));
}

function languageOf(language: string | undefined): string | undefined {
  return language !== undefined && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/.test(language) ? language : undefined;
}
