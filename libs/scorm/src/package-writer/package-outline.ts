/** One thing to launch: its title for the learner and the files it is made of. */
export interface ScoOutline {
  id: string;
  title: string;
  /** The file to open, relative to the manifest. */
  href: string;
  /** Every file of the SCO, the launched one included. */
  files: string[];
  /** 0 to 100; left out, the content alone decides about passed and failed. */
  masteryScore?: number;
  /** What it teaches; SCORM 2004 lists it in the manifest. */
  objectives?: string[];
  /** SCORM 2004: it reports its progress, and is complete when that is 1. */
  reportsProgress?: boolean;
}

export interface PackageOutline {
  /** Unique among the packages of its maker. */
  identifier: string;
  version: string;
  title: string;
  scos: ScoOutline[];
}
