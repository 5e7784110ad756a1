import { z } from 'zod';
import type { Wish } from './print-rows';

/** In the queue of its kind: print one document. */
export const PRINT_JOB = 'print';
export const PrintPayload = z.object({ documentId: z.uuid() });
export type PrintPayload = z.infer<typeof PrintPayload>;

/**
 * Each wish waits once, by its id in the queue, and has one of its own: one that failed for good does not keep the next one
 * out. Finished jobs leave nothing behind, else the queue would take a second printing for a repetition of the first.
 */
export const printJob = ({ id, revision }: Wish) => ({
  name: PRINT_JOB,
  data: { documentId: id } satisfies PrintPayload,
  opts: {
    jobId: `print-${id}-${revision}`,
    attempts: 5,
    backoff: { type: 'exponential', delay: 1000 },
    removeOnComplete: true,
  },
});
