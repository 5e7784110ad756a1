import type { VersionPair } from './comparable';
import { type FileChanges, fileChanges, filesTouched } from './file-changes';
import { type SavedPlaces, savedPlaces } from './saved-places';
import { type ScoChanges, scoChanges } from './sco-changes';
import { type SettingChange, settingChanges } from './setting-changes';

/** How a version differs from another one of its course. */
export interface VersionComparison {
  before: VersionFacts;
  after: VersionFacts;
  scos: ScoChanges;
  settings: SettingChange[];
  files: FileChanges;
  savedPlaces: SavedPlaces;
  /** Not a byte differs, so nothing else does. */
  same: boolean;
}

export interface VersionFacts {
  number: number;
  title: string;
  standard: string;
  edition: string;
  files: number;
  bytes: number;
  scos: number;
  /** The package restricts the order of its parts. */
  needsSequencing: boolean;
}

export function compareVersions(pair: VersionPair): VersionComparison {
  const files = fileChanges(pair);
  const { before, after } = pair;
  const scos = scoChanges(before.tree, after.tree);
  return {
    before: facts(before, scos.kept + scos.removed.length + scos.reidentified.length),
    after: facts(after, scos.kept + scos.added.length + scos.reidentified.length),
    scos,
    settings: settingChanges(before.tree, after.tree),
    files,
    savedPlaces: savedPlaces(pair),
    same: filesTouched(files) === 0,
  };
}

function facts({ number, tree, files, bytes }: VersionPair['before'], scos: number): VersionFacts {
  const { title, standard, edition, needsSequencing } = tree;
  return { number, title, standard, edition, files, bytes, scos, needsSequencing };
}
