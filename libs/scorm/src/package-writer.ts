import { manifest12 } from './package-writer-12';
import { manifest2004 } from './package-writer-2004';

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

export type WrittenStandard = 'scorm_12' | 'scorm_2004';

/** The text of an imsmanifest.xml for SCORM 1.2, or SCORM 2004 4th edition. */
export function writeManifest(outline: PackageOutline, standard: WrittenStandard = 'scorm_12'): string {
  return standard === 'scorm_12' ? manifest12(outline) : manifest2004(outline);
}
