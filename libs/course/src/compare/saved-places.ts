import { type Activity, scos } from '@induct/scorm';
import type { VersionPair } from './comparable';
import type { ScoName } from './sco-changes';

/**
 * What a bookmark and suspend data saved in the version before would meet in this one.
 * `understood`: not a byte of the content differs. `likely`: the part's own page is the same, others are not.
 * `doubtful`: its page or the address it is opened with is another. `unused`: nothing is kept under that identifier.
 */
export type SavedPlace = 'understood' | 'likely' | 'doubtful' | 'unused';

export interface SavedPlaces {
  /** Every SCO of the version before. */
  parts: (ScoName & { meets: SavedPlace; why: SavedPlaceReason })[];
  /** The worst of them: what may be said of all. */
  overall: SavedPlace;
  /** SCOs that the version before does not have: they start at their beginning. */
  fresh: ScoName[];
}

export type SavedPlaceReason =
  'other-standard' | 'gone' | 'other-address' | 'page-changed' | 'other-files-changed' | 'same-files';

export const ORDER: readonly SavedPlace[] = ['understood', 'likely', 'doubtful', 'unused'];

export function savedPlaces(pair: VersionPair): SavedPlaces {
  const now = new Map(scos(pair.after.tree).map((sco) => [sco.id, sco]));
  const old = scos(pair.before.tree);
  // No content reads the manifest while it runs.
  const differing = new Set(
    pair.differences.map(({ path }) => path).filter((path) => !/^imsmanifest\.xml$/i.test(path)),
  );
  const parts = old.map((sco) => {
    const why = reason(pair, sco, now.get(sco.id), differing);
    return { id: sco.id, title: sco.title, why, meets: MEETS[why] };
  });
  const known = new Set(old.map(({ id }) => id));
  return {
    parts,
    overall: ORDER[Math.max(0, ...parts.map(({ meets }) => ORDER.indexOf(meets)))]!,
    fresh: [...now.values()].filter(({ id }) => !known.has(id)).map(({ id, title }) => ({ id, title })),
  };
}

const MEETS: Record<SavedPlaceReason, SavedPlace> = {
  'other-standard': 'unused',
  gone: 'unused',
  'other-address': 'doubtful',
  'page-changed': 'doubtful',
  'other-files-changed': 'likely',
  'same-files': 'understood',
};

function reason(
  { before, after }: VersionPair,
  old: Activity,
  now: Activity | undefined,
  differing: ReadonlySet<string>,
): SavedPlaceReason {
  if (!now) return 'gone';
  // suspend_data would survive, but the run-time data around it has other names and other meanings.
  if (before.tree.standard !== after.tree.standard) return 'other-standard';
  if (old.href !== now.href) return 'other-address';
  if (differing.has(fileOf(now.href!))) return 'page-changed';
  return differing.size === 0 ? 'same-files' : 'other-files-changed';
}

/** The path of the file that an address opens. */
export function fileOf(href: string): string {
  const path = href.split(/[?#]/)[0]!;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
