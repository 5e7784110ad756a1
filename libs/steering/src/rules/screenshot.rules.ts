import type { NewFinding, ScreenshotType } from './finding';
import { FINDING_LIMITS } from './finding.rules';

/** How files of each kind begin, in hex: that says what a file is, not its name. */
const BEGINNINGS: readonly [ScreenshotType, RegExp][] = [
  ['image/png', /^89504e470d0a1a0a/],
  ['image/jpeg', /^ffd8ff/],
  ['image/webp', /^52494646.{8}57454250/],
];

/** What kind of picture it is; undefined when it is none that we take. */
export function kindOfPicture(bytes: Buffer): ScreenshotType | undefined {
  const beginning = bytes.subarray(0, 16).toString('hex');
  return BEGINNINGS.find(([, pattern]) => pattern.test(beginning))?.[0];
}

/** Why a picture cannot be kept; undefined when it can. It must be what it says it is: it is served to others. */
export function screenshotProblem({ bytes, type }: NonNullable<NewFinding['screenshot']>): string | undefined {
  if (bytes.length > FINDING_LIMITS.screenshot) return 'The screenshot must be 3 MB or smaller';
  return kindOfPicture(bytes) === type ? undefined : 'The screenshot must be a PNG, JPEG or WebP picture';
}
