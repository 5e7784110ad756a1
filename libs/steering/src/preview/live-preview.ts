import { createHash } from 'node:crypto';
import type { PreviewEntity } from './preview.entity';

/** A preview that a token opened. */
export type LivePreview = Pick<
  PreviewEntity,
  'id' | 'versionId' | 'courseId' | 'roundId' | 'personId' | 'openedAt' | 'liveUntil'
>;

/** A preview that is not used for this long ends, as a launch does. */
export const PREVIEW_LIFE_MS = 12 * 60 * 60_000;

/** Only this is stored: whoever reads the database cannot use a preview. */
export const previewTokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();
