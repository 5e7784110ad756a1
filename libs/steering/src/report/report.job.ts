import { z } from 'zod';

/** In the queue `reports`: print the report on one round. */
export const REPORT_JOB = 'report';
export const ReportPayload = z.object({ roundId: z.uuid() });
export type ReportPayload = z.infer<typeof ReportPayload>;

export interface WantedReport {
  roundId: string;
  revision: number;
}

/** Each revision has an id of its own in the queue: one that failed for good does not keep the next one out. */
export const reportJob = ({ roundId, revision }: WantedReport) => ({
  name: REPORT_JOB,
  data: { roundId } satisfies ReportPayload,
  opts: {
    jobId: `${roundId}-${revision}`,
    attempts: 5,
    backoff: { type: 'exponential', delay: 1000 },
    removeOnComplete: true,
  },
});
