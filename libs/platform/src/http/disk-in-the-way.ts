import { diskTrouble } from '../files/disk-trouble';
import { DomainError } from '../errors/domain-error';

/** Nothing can be written: our disk is full, or may not be written. */
export class DiskInTheWay extends DomainError {
  readonly kind = 'unavailable';
  readonly title = 'There is no room for this at the moment';
  override readonly remedy = 'Ask whoever runs Induct to make room on its disk, then try again.';

  constructor() {
    super(
      'The server could not write it down: its disk is full, or cannot be written. Nothing you saved before was lost.',
    );
  }
}

let seenAt = -Infinity;

/** Remembers when it was, for the health page. */
export function isDiskTrouble(error: unknown): boolean {
  const is = diskTrouble(error) !== undefined;
  if (is) seenAt = performance.now();
  return is;
}

/** Whether something that this process was asked to write could not be written, in the last `ms` milliseconds. */
export const diskWasInTheWay = (ms: number): boolean => performance.now() - seenAt < ms;
