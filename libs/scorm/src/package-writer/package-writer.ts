import type { PackageOutline } from './package-outline';
import { manifest12 } from './package-writer-12';
import { manifest2004 } from './package-writer-2004';

export type WrittenStandard = 'scorm_12' | 'scorm_2004';

/** The text of an imsmanifest.xml for SCORM 1.2, or SCORM 2004 4th edition. */
export function writeManifest(outline: PackageOutline, standard: WrittenStandard = 'scorm_12'): string {
  return standard === 'scorm_12' ? manifest12(outline) : manifest2004(outline);
}
