import { isDeepStrictEqual } from 'node:util';
import type { Activity, ActivityTree } from '@induct/scorm';

/** Settings of the manifest that decide how a part is launched, judged and ordered. */
export type Setting =
  | 'mastery'
  | 'passingScore'
  | 'completionThreshold'
  | 'launchAddress'
  | 'launchData'
  | 'timeLimit'
  | 'prerequisites'
  | 'visible'
  | 'kind'
  | 'sequencing';

/** One setting of one activity that both versions have. `null`: not set. Sequencing is only said to differ. */
export interface SettingChange {
  id: string;
  title: string;
  setting: Setting;
  before: string | null;
  after: string | null;
}

type Read = (activity: Activity) => unknown;

const SETTINGS: [Setting, Read][] = [
  ['mastery', ({ masteryScore }) => masteryScore],
  ['passingScore', ({ scaledPassingScore }) => scaledPassingScore],
  ['completionThreshold', ({ completionThreshold }) => completionThreshold],
  ['launchAddress', ({ href }) => href],
  ['launchData', ({ launchData }) => launchData],
  ['timeLimit', ({ maxTimeAllowed, timeLimitAction }) => maxTimeAllowed && [maxTimeAllowed, timeLimitAction].join(' ')],
  ['prerequisites', ({ prerequisites }) => prerequisites],
  ['visible', ({ visible }) => (visible ? 'shown' : 'hidden')],
  ['kind', ({ scormType }) => scormType],
];

/** The activities that both versions have, by identifier; the organization itself is compared with the other's. */
export function settingChanges(before: ActivityTree, after: ActivityTree): SettingChange[] {
  const old = new Map(activities(before).map((activity) => [activity.id, activity]));
  old.set(after.root.id, before.root);
  return activities(after).flatMap((activity) => {
    const earlier = old.get(activity.id);
    return earlier ? changesOf(earlier, activity) : [];
  });
}

function changesOf(before: Activity, after: Activity): SettingChange[] {
  const { id, title } = after;
  const changes = SETTINGS.flatMap(([setting, read]): SettingChange[] => {
    const [was, is] = [text(read(before)), text(read(after))];
    return was === is ? [] : [{ id, title, setting, before: was, after: is }];
  });
  if (!isDeepStrictEqual(sequencingOf(before), sequencingOf(after))) {
    changes.push({ id, title, setting: 'sequencing', before: null, after: null });
  }
  return changes;
}

const text = (value: unknown): string | null =>
  value === undefined || value === '' ? null : String(value as string | number);

const sequencingOf = ({ objectives, rollup, completionSetByContent, sequencing }: Activity) =>
  // As JSON keeps it: a setting that is undefined is not there.
  JSON.parse(JSON.stringify({ objectives, rollup, completionSetByContent, sequencing })) as unknown;

const activities = ({ root }: ActivityTree): Activity[] => {
  const below = (activity: Activity): Activity[] => [activity, ...activity.children.flatMap(below)];
  return below(root);
};
