const HOUR = 3_600_000;
/** Launches that are remembered at once; opening one takes a sign-in. */
const MOST = 10_000;

/** A commit that was refused because its number was recorded with another content. */
export interface DifferentCommit {
  personId: string;
  launchId: string;
  seq: number;
  sco: string;
}

/** What the audit trail is told: the commit itself, and how many more of its launch came within an hour of it. */
export interface DifferentNote extends DifferentCommit {
  /** Absent in the note of the first one, which is made at once. */
  more?: number;
}

/**
 * Says what to write down of commits refused as different: two notes for each launch and hour, however many come. A
 * broken or hostile player could otherwise fill the audit trail.
 */
export class DifferentCommits {
  /** In the order of their first commit. */
  private readonly launches = new Map<string, { first: DifferentCommit; at: number; more: number }>();

  /** @returns what to write down now: of this commit, and of launches whose hour is over */
  refused(commit: DifferentCommit, now: Date): DifferentNote[] {
    const notes = this.over(now);
    const known = this.launches.get(commit.launchId);
    if (known) {
      known.more++;
      return notes;
    }
    const [oldest] = this.launches.keys();
    if (this.launches.size >= MOST) notes.push(...this.take([oldest!]));
    this.launches.set(commit.launchId, { first: commit, at: now.getTime(), more: 0 });
    return [...notes, commit];
  }

  /** What would be forgotten with this process. */
  rest(): DifferentNote[] {
    return this.take([...this.launches.keys()]);
  }

  private over(now: Date): DifferentNote[] {
    const over: string[] = [];
    for (const [launchId, { at }] of this.launches) {
      if (now.getTime() - at < HOUR) break;
      over.push(launchId);
    }
    return this.take(over);
  }

  private take(launchIds: readonly string[]): DifferentNote[] {
    return launchIds.flatMap((launchId) => {
      const { first, more } = this.launches.get(launchId)!;
      this.launches.delete(launchId);
      return more === 0 ? [] : [{ ...first, more }];
    });
  }
}
