import type { ActivityTree } from '@induct/scorm';

/** One of two versions that are compared. */
export interface ComparableVersion {
  number: number;
  tree: ActivityTree;
  files: number;
  /** Unpacked. */
  bytes: number;
}

/** A path whose file is not the same in both versions; a hash is null where there is no such file. */
export interface FileDifference {
  path: string;
  before: string | null;
  after: string | null;
}

/** Two versions as they are read to be compared. */
export interface VersionPair {
  before: ComparableVersion;
  after: ComparableVersion;
  differences: readonly FileDifference[];
  /** How many paths hold the same bytes in both. */
  sameFiles: number;
}
