import { type ScoStatus as Known, type WaitingItem, waitingParts } from '@induct/scorm';
import type { ScoStatus } from '../launch/launch-state';
import type { Contents } from '../page/contents';

/** Which parts of a SCORM 1.2 module wait for others, by what is known here of each. */
export class Waiting {
  private for: ReadonlyMap<string, string> = new Map();

  constructor(
    private readonly root: WaitingItem,
    private readonly statuses: ReadonlyMap<string, ScoStatus>,
  ) {
    this.lookAgain();
  }

  /** Something was done. */
  lookAgain(): void {
    const nothing = { completion: 'not_attempted', success: 'unknown' };
    this.for = waitingParts(this.root, (part) => (this.statuses.get(part) ?? nothing) as Known);
  }

  waits(part: string): boolean {
    return this.for.has(part);
  }

  /** @param open the part that is open, which waits for nothing any more */
  show(contents: Contents | undefined, open: string): void {
    contents?.choices((id) => {
      const why = id === open ? undefined : this.for.get(id);
      return { shown: true, ...(why !== undefined && { why }) };
    });
  }
}
