/**
 * BullMQ's own values let a killed worker's job wait a minute. With these another worker has it after 5 to 7 s, and a job
 * outlives twenty kills; what a document does to the browser is counted by the row, not here.
 */
export const QUEUE_PATIENCE = { lockDuration: 5000, stalledInterval: 2000, maxStalledCount: 20 };
