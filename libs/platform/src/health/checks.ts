import type { Queue } from 'bullmq';
import type { DataSource } from 'typeorm';
import type { FileStore } from '../files/file-store';

export const databaseAnswers = (source: DataSource) => async (): Promise<void> => {
  await source.query('select 1');
};

export const queueAnswers = (queue: Queue) => async (): Promise<string> => {
  const { waiting = 0, active = 0, failed = 0 } = await queue.getJobCounts('waiting', 'active', 'failed');
  return `${waiting} waiting, ${active} active, ${failed} failed`;
};

export const filesCanBeWritten = (files: FileStore) => () => files.check();

/** Monitoring that keeps what it was told sees a trail whose end was cut, whatever was put back on this machine. */
export const lastAuditEvent = (source: DataSource) => async (): Promise<string> => {
  const [row] = await source.query<[{ last: string | null }]>('select max(id) as last from audit_event');
  return `last event ${row.last ?? 'none'}`;
};
