import type { ScreenshotType } from '../finding';
import { FindingIsIncomplete } from './preview.errors';

const MOST_BYTES = 3 * 1024 * 1024;
/** Its first bytes say what a file is, not its name. */
const MAGIC: readonly [ScreenshotType, RegExp][] = [
  ['image/png', /^89504e470d0a1a0a/],
  ['image/jpeg', /^ffd8ff/],
  ['image/webp', /^52494646.{8}57454250/],
];

/** @param base64 of the file @throws FindingIsIncomplete when it is too large, or no picture of the kinds we take */
export function screenshotOf(base64: string): { bytes: Buffer; type: ScreenshotType } {
  if (base64.length > Math.ceil(MOST_BYTES / 3) * 4) {
    throw new FindingIsIncomplete('screenshot', 'The screenshot must be 3 MB or smaller');
  }
  const bytes = Buffer.from(base64, 'base64');
  const begin = bytes.subarray(0, 16).toString('hex');
  const type = MAGIC.find(([, pattern]) => pattern.test(begin))?.[0];
  if (!type) throw new FindingIsIncomplete('screenshot', 'The screenshot must be a PNG, JPEG or WebP picture');
  return { bytes, type };
}
