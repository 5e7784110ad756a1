import type { NewFinding, ScreenshotType } from './finding';
import { FINDING_LIMITS } from './finding.rules';

/** How files of each kind begin. */
const BEGINNINGS: Record<ScreenshotType, (bytes: Buffer) => boolean> = {
  'image/png': (bytes) => bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n',
  'image/jpeg': (bytes) => bytes.subarray(0, 3).toString('latin1') === '\xff\xd8\xff',
  'image/webp': (bytes) =>
    bytes.subarray(0, 4).toString('latin1') === 'RIFF' && bytes.subarray(8, 12).toString('latin1') === 'WEBP',
};

/** Why a picture cannot be kept; undefined when it can. It must be what it says it is: it is served to others. */
export function screenshotProblem({ bytes, type }: NonNullable<NewFinding['screenshot']>): string | undefined {
  if (bytes.length > FINDING_LIMITS.screenshot) return 'The picture must be 5 MB or smaller';
  return BEGINNINGS[type]?.(bytes) ? undefined : 'The picture must be a PNG, JPEG or WebP file';
}
