import { isDeepStrictEqual } from 'node:util';
import {
  type Activity,
  type ActivityTree,
  PASS_MARK,
  prerequisitesInWords,
  rulesInWords,
  type RuleWords,
  sequencingTree,
  toldBy,
} from '@induct/scorm';

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

/**
 * One setting of one activity that both versions have. `null`: not set. Prerequisites are in words. Of sequencing one rule or setting in words; both
 * are `null` where it differs in what has no words.
 */
export interface SettingChange {
  id: string;
  title: string;
  setting: Setting;
  before: string | null;
  after: string | null;
}

/** @param opens when each part opens, in words */
type Read = (activity: Activity, opens: ReadonlyMap<string, string>) => unknown;

const SETTINGS: [Setting, Read][] = [
  ['mastery', ({ masteryScore }) => masteryScore],
  ['passingScore', ({ scaledPassingScore }) => scaledPassingScore],
  ['completionThreshold', ({ completionThreshold }) => completionThreshold],
  ['launchAddress', ({ href }) => href],
  ['launchData', ({ launchData }) => launchData],
  ['timeLimit', ({ maxTimeAllowed, timeLimitAction }) => maxTimeAllowed && [maxTimeAllowed, timeLimitAction].join(' ')],
  ['prerequisites', ({ id }, opens) => opens.get(id)],
  ['visible', ({ visible }) => (visible ? 'shown' : 'hidden')],
  ['kind', ({ scormType }) => scormType],
];

/** The activities that both versions have, by identifier; the organization itself is compared with the other's. */
export function settingChanges(before: ActivityTree, after: ActivityTree): SettingChange[] {
  const old = new Map(activities(before).map((activity) => [activity.id, activity]));
  old.set(after.root.id, before.root);
  const [rulesBefore, rulesAfter] = [rulesOf(before), rulesOf(after)];
  const opens: Opens = [prerequisitesInWords(before), prerequisitesInWords(after)];
  return activities(after).flatMap((activity) => {
    const earlier = old.get(activity.id);
    return earlier ? changesOf(earlier, activity, [rulesBefore(earlier.id), rulesAfter(activity.id)], opens) : [];
  });
}

/** The rules of order of an activity, without what is compared as a setting. */
function rulesOf(tree: ActivityTree): (id: string) => RuleWords[] {
  if (tree.standard !== 'scorm_2004') return () => [];
  const rules = sequencingTree(tree);
  const titles = new Map(activities(tree).map(({ id, title }) => [id, title]));
  const told = toldBy(rules, (id) => titles.get(id)!);
  return (id) => rulesInWords(rules.activities.get(id)!, told).filter(({ about }) => about !== PASS_MARK);
}

/** When parts open, in words: of the version before, and after. */
type Opens = [ReadonlyMap<string, string>, ReadonlyMap<string, string>];

function changesOf(
  before: Activity,
  after: Activity,
  rules: [RuleWords[], RuleWords[]],
  [openedBefore, openedAfter]: Opens,
): SettingChange[] {
  const { id, title } = after;
  const changes = SETTINGS.flatMap(([setting, read]): SettingChange[] => {
    const [was, is] = [text(read(before, openedBefore)), text(read(after, openedAfter))];
    return was === is ? [] : [{ id, title, setting, before: was, after: is }];
  });
  if (!isDeepStrictEqual(sequencingOf(before), sequencingOf(after))) {
    const said = rulesChanged(...rules);
    const inWords = said.length > 0 ? said : [{ before: null, after: null }];
    changes.push(...inWords.map((change) => ({ id, title, setting: 'sequencing' as const, ...change })));
  }
  return changes;
}

function rulesChanged(before: RuleWords[], after: RuleWords[]): Pick<SettingChange, 'before' | 'after'>[] {
  const [was, is] = [before, after].map((rules) => new Map(rules.map(({ about, words }) => [about, words])));
  return [...new Set([...is!.keys(), ...was!.keys()])].flatMap((about) => {
    const change = { before: was!.get(about) ?? null, after: is!.get(about) ?? null };
    return change.before === change.after ? [] : [change];
  });
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
