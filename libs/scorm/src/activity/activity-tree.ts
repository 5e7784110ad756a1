export type Standard = 'scorm_12' | 'scorm_2004';

/** SCORM 2004: an objective the manifest declares for an activity. */
export interface ActivityObjective {
  /** Empty for a primary objective without an id. */
  id: string;
  primary: boolean;
  /** Names of global objectives it reads from or writes to. */
  globalObjectives: string[];
}

/** How an activity counts towards the whole (SCORM 2004; absent for 1.2, where every SCO counts the same). */
export interface RollupSettings {
  /** False: its success does not count. */
  success: boolean;
  /** False: its completion does not count. */
  completion: boolean;
  /** Weight of its score, 0 to 1. */
  scoreWeight: number;
  /** Weight of its progress, 0 to 1. */
  progressWeight: number;
}

/** An element of the manifest as read, as sequencing/ takes it. */
export interface SequencingElement {
  name: string;
  attributes: Record<string, string>;
  text?: string;
  children: SequencingElement[];
}

/** An item of the chosen organization. */
export interface Activity {
  /** Unique in the tree. */
  id: string;
  title: string;
  /** Address below the package's root, ready for a URL: xml:base, parameters and query are already in it. */
  href?: string;
  scormType?: 'sco' | 'asset';
  visible: boolean;
  children: Activity[];
  /** SCORM 1.2, 0 to 100, compared with the raw score. */
  masteryScore?: number;
  /** SCORM 2004, −1 to 1, compared with the scaled score. */
  scaledPassingScore?: number;
  /** SCORM 2004, 0 to 1, compared with the progress measure. */
  completionThreshold?: number;
  /** SCORM 2004 4th Edition, adlcp:data: stores it shares with other activities. */
  stores?: { id: string; read: boolean; write: boolean }[];
  launchData?: string;
  /** As the manifest gives it: CMITimespan (1.2) or ISO 8601 duration (2004). */
  maxTimeAllowed?: string;
  timeLimitAction?: string;
  prerequisites?: string;
  objectives?: ActivityObjective[];
  rollup?: RollupSettings;
  /** SCORM 2004 deliveryControls: true means that silence of the SCO is not completion. */
  completionSetByContent?: boolean;
  sequencing?: SequencingElement;
  /** SCORM 2004: buttons of the player that the content brings itself, as the manifest names them: `continue`, `exitAll`. */
  hideLmsUi?: string[];
}

/** The organization that is played, with everything the player and the tracker need. Stored as JSON. */
export interface ActivityTree {
  standard: Standard;
  /** '1.2', or '2nd', '3rd', '4th' of SCORM 2004. */
  edition: string;
  title: string;
  identifier: string;
  /** How many the package has; the default one is played. */
  organizations: number;
  root: Activity;
  /** The package asks for SCORM 2004 sequencing beyond free choice. */
  needsSequencing: boolean;
  /** SCORM 2004: what activities share only within one attempt at the whole; all else outlives it, and is shared with other packages. */
  ofOneAttempt?: ('objectives' | 'data')[];
}

/** The leaves that can be opened, in the manifest's order: SCOs and assets. */
export function scos(tree: ActivityTree): Activity[] {
  return leaves(tree.root).filter((activity) => activity.href !== undefined);
}

function leaves(activity: Activity): Activity[] {
  const own = activity.href === undefined ? [] : [activity];
  return [...own, ...activity.children.flatMap(leaves)];
}
