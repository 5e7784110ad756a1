import { z } from 'zod';

/** What a finding may be made of; the service says what is missing, in words. */
export const FindingBody = z.object({
  severity: z.string().max(20),
  text: z.string().max(50_000),
  sco: z.string().max(1024).optional(),
  location: z.string().max(4096).optional(),
  progress: z.number().min(0).max(1).optional(),
  /** A picture in base64. */
  screenshot: z.string().optional(),
});

export const CouldNotFinishBody = z.object({ why: z.string().max(50_000) });

/** Without a finding: the beginning. */
export const GoToBody = z.object({ findingId: z.uuid().optional() });
