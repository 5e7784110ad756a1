import type { PackageLimits } from '../archive/package-limits';
import type { PackageReading } from './read-package';

/** To the child: everything it needs to know. */
export interface ImportOrder {
  zip: string;
  /** Where it unpacks to, by hash. */
  folder: string;
  limits: PackageLimits;
}

/** From the child. */
export type ImportNews =
  | { kind: 'ready' }
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'finished'; reading: PackageReading; peakBytes: number }
  | { kind: 'no-room' }
  /** Our own failure, such as a disk that cannot be written to. */
  | { kind: 'failed'; message: string };
