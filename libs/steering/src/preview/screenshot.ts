import type { ScreenshotType } from '../rules/finding';
import { FINDING_LIMITS } from '../rules/finding.rules';
import { kindOfPicture } from '../rules/screenshot.rules';
import { FindingIsIncomplete } from './preview.errors';

/** @param base64 of the file @throws FindingIsIncomplete when it is too large, or no picture of the kinds we take */
export function screenshotOf(base64: string): { bytes: Buffer; type: ScreenshotType } {
  // Told by its length: what is too large is not decoded.
  if (base64.length > Math.ceil(FINDING_LIMITS.screenshot / 3) * 4) {
    throw new FindingIsIncomplete('screenshot', 'The screenshot must be 3 MB or smaller');
  }
  const bytes = Buffer.from(base64, 'base64');
  const type = kindOfPicture(bytes);
  if (!type) throw new FindingIsIncomplete('screenshot', 'The screenshot must be a PNG, JPEG or WebP picture');
  return { bytes, type };
}
