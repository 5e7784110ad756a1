import { z } from 'zod';

/** In the queue `certificates`: print one. Its id in the queue is the certificate's, so that it waits there once. */
export const RENDER_JOB = 'render';
export const RenderPayload = z.object({ certificateId: z.uuid() });
export type RenderPayload = z.infer<typeof RenderPayload>;

/** Finished jobs leave nothing behind, else the queue would take a second printing for a repetition of the first. */
export const renderJob = (certificateId: string) => ({
  name: RENDER_JOB,
  data: { certificateId } satisfies RenderPayload,
  opts: { jobId: certificateId, attempts: 5, backoff: { type: 'exponential', delay: 1000 }, removeOnComplete: true },
});
