import { type Activity, type ActivityTree, scos, type Standard } from '../activity/activity-tree';
import { initialCmi } from './initial-cmi';
import type { LaunchMode, Learner } from './learner';
import type { ScoResult } from '../activity/result';
import { prerequisitesOf, type WaitingItem } from '../prerequisites/prerequisites';
import type { SequencingState } from '../sequencing/index';
import type { RememberedSco } from '../activity/sco-state';

/** What a player starts from; embedded in its page. Dates are ISO 8601. */
export interface PlayState {
  launch: { id: string; number: number };
  standard: Standard;
  edition: string;
  course: { title: string };
  /** Of a member's opening: by it their browser knows what they have tried without an account. */
  versionId?: string;
  learner: Learner;
  /** base64url, 32 bytes: seals the journal of this attempt in the browser. */
  journalKey: string;
  /** The module's page in the members' area. */
  siteReturnUrl: string;
  toc: ContentsItem[];
  scos: Record<string, ScoToPlay>;
  /** The SCO to open first. */
  current: string;
  /** Nothing opens by itself: the learner is asked whether to go on with `current`, or with what else. */
  asksFirst?: true;
  /** When something of the attempt was last recorded. */
  savedAt: string | null;
  /** The end-of-module page in the members' area. */
  finishedUrl: string;
  /** Present when the package sets an order for its parts. */
  sequencing?: SequencingStart;
  /** Present when parts of a SCORM 1.2 package wait for others. */
  prerequisites?: WaitingItem;
}

/** From where the player works out what may be opened. */
export interface SequencingStart {
  tree: ActivityTree;
  state: SequencingState;
  /** When that was, in milliseconds since 1970: the first step is taken at this moment. */
  at: number;
  /** A preview: the part that is open first, whatever the rules say. */
  open?: string;
}

/** One line of the table of contents; without `href` it only groups others. */
export interface ContentsItem {
  id: string;
  title: string;
  href?: string;
  children: ContentsItem[];
  status?: ScoStatus;
}

export type ScoStatus = Pick<ScoResult, 'completion' | 'success'>;

export interface ScoToPlay {
  /** Address of its first page, on the content origin. */
  href: string;
  scormType?: 'sco' | 'asset';
  initialCmi: ReturnType<typeof initialCmi>;
  /** SCORM 2004: what a new attempt of it begins with, where `initialCmi` goes on with an older one. */
  freshCmi?: ReturnType<typeof initialCmi>;
  status: ScoStatus;
}

/** The parts that can be opened from a table of contents, in reading order. */
export function listedParts(items: readonly ContentsItem[]): string[] {
  return items.flatMap((item) => [...(item.href === undefined ? [] : [item.id]), ...listedParts(item.children)]);
}

/** What is known of a learner in a course: whoever opens a player says. */
export interface Played {
  tree: ActivityTree;
  /** Where the package's files are: the address of the folder, with a slash at its end. */
  files: string;
  learner: Learner;
  status: (sco: string) => ScoStatus;
  remembered: (sco: string) => RememberedSco | undefined;
  /** Default: a learner's, for credit. */
  mode?: LaunchMode;
  /** Also list the parts that members cannot choose (isvisible="false"), and say that they are. */
  withHidden?: boolean;
}

/**
 * The table of contents of a course and its SCOs, as the player takes them. isvisible="false" hides an item and not its
 * children (IMS Content Packaging, which SCORM takes over): they take its place. When every SCO is hidden there would be
 * nothing to choose, so all are listed. `rollup` counts the same parts.
 */
export function partsToPlay({ tree, files, learner, status, remembered, mode, withHidden = false }: Played): {
  toc: ContentsItem[];
  scos: Record<string, ScoToPlay>;
  prerequisites?: WaitingItem;
} {
  const nothingVisible = scos(tree).every(({ visible }) => !visible);
  const hrefOf = (activity: Activity) => `${files}${activity.href}`;
  const isListed = ({ visible }: Activity) => visible || withHidden || nothingVisible;
  const contents = (activity: Activity): ContentsItem => ({
    id: activity.id,
    title: withHidden && !activity.visible ? `${activity.title} (hidden from members)` : activity.title,
    ...(activity.href !== undefined && { href: hrefOf(activity), status: status(activity.id) }),
    children: below(activity),
  });
  const below = (activity: Activity): ContentsItem[] =>
    activity.children.flatMap((child) => (isListed(child) ? [contents(child)] : below(child)));
  const initial = (activity: Activity, before?: RememberedSco) =>
    initialCmi(tree.standard, activity, learner, before, mode);
  const toPlay = (activity: Activity): ScoToPlay => {
    const before = remembered(activity.id);
    return {
      href: hrefOf(activity),
      scormType: activity.scormType,
      initialCmi: initial(activity, before),
      ...(before && tree.standard === 'scorm_2004' && { freshCmi: initial(activity) }),
      status: status(activity.id),
    };
  };
  const prerequisites = prerequisitesOf(tree);
  return {
    toc: tree.root.href === undefined ? below(tree.root) : [contents(tree.root)],
    scos: Object.fromEntries(scos(tree).map((activity) => [activity.id, toPlay(activity)])),
    ...(prerequisites && { prerequisites }),
  };
}
