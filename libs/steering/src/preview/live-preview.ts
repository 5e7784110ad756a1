import { createHash } from 'node:crypto';

/** A preview that a token opened. */
export interface LivePreview {
  id: string;
  versionId: string;
  courseId: string;
  roundId: string | null;
  personId: string;
  openedAt: Date;
  liveUntil: Date;
}

/** A preview that is not used for this long ends, as a launch does. */
export const PREVIEW_LIFE_MS = 12 * 60 * 60_000;

/** Only this is stored: whoever reads the database cannot use a preview. */
export const previewTokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();
