import { z } from 'zod';

/** In the queue `mail`: deliver one letter. When the next try is due is said by its row, so a job is tried once. */
export const DELIVER_JOB = 'deliver';
export const DeliverPayload = z.object({ mailId: z.uuid() });

export const deliverJob = (mailId: string) => ({
  name: DELIVER_JOB,
  data: { mailId } satisfies z.infer<typeof DeliverPayload>,
  opts: { jobId: mailId, attempts: 1, removeOnComplete: true, removeOnFail: true },
});
