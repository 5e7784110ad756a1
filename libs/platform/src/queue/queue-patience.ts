/**
 * BullMQ's own values let a killed worker's job wait a minute. With these another worker has it after 5 to 7 s, and a job
 * outlives twenty kills; what a document does to the browser is counted by the row, not here. `runRetryDelay` is the pause
 * when the database was away, 15 s without it: nothing would be printed or sent that long after it has come back, and
 * stopping would wait for its end.
 */
export const QUEUE_PATIENCE = { lockDuration: 5000, stalledInterval: 2000, maxStalledCount: 20, runRetryDelay: 2000 };
