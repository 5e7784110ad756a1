import type { PackageLimits } from './package-limits';
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
  /** Our own failure, such as a full disk. */
  | { kind: 'failed'; message: string };
