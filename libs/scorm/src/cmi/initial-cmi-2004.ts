import type { Activity } from '../activity/activity-tree';
import { type CmiTree, decimalWithin, indexed, integerWithin, number, oneOf, set, upTo } from './cmi-format';
import { entryOf } from './entry';
import type { LaunchMode, Learner } from './learner';
import { initialInteractions, initialObjectives } from './initial-collections-2004';
import type { RememberedSco, ScoComment } from '../activity/sco-state';
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
  // Nothing said is "unknown" (RTE 4.2.4), which is what a run-time answers by itself.
  set(cmi, 'completion_status', before.completion === 'not_attempted' ? before.completionSaid : before.completion);
  set(cmi, 'success_status', before.success === 'unknown' ? before.successSaid : before.success);
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
  set(preference, 'delivery_speed', decimalWithin(before.preference?.speed, 0, 999));
  set(preference, 'audio_captioning', integerWithin(before.preference?.text, -1, 1));
  set(cmi, 'learner_preference', preference);
  set(cmi, 'comments_from_learner', indexed((before.comments ?? []).flatMap(commentOf)));
}

function commentOf(comment: string | ScoComment): CmiTree[] {
  if (typeof comment !== 'string') return [{ ...comment } as CmiTree];
  return comment === '' ? [] : [{ comment }];
}

function languageOf(language: string | undefined): string | undefined {
  return language !== undefined && /^([a-z]{2,3}|[ix])(-[a-z0-9]{1,8})*$/i.test(language) ? language : undefined;
}
