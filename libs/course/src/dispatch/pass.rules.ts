import { createHmac, timingSafeEqual } from 'node:crypto';

const DAY_MS = 86_400_000;

/**
 * By which a dispatch's files are asked for: they stand in addresses, so it is not the zip's secret, and ends with the day
 * after. The same for all of a day, so that a browser keeps the files.
 * @param filesKey of the dispatch, 32 bytes
 * @returns 43 characters, base64url
 */
export function passOf(filesKey: Buffer, now: Date): string {
  const day = Math.floor(now.getTime() / DAY_MS);
  return createHmac('sha256', filesKey).update(`files ${day}`).digest('base64url');
}

/** Whether it is the pass of today or of yesterday. */
export function isPass(given: string, filesKey: Buffer, now: Date): boolean {
  const asked = Buffer.from(given);
  return [now, new Date(now.getTime() - DAY_MS)].some((at) => {
    const right = Buffer.from(passOf(filesKey, at));
    return right.length === asked.length && timingSafeEqual(right, asked);
  });
}
