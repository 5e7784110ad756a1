const HOUR = 3_600_000;
/** Things counted at once. */
const MOST = 10_000;

/** What to write down: that it happened; or, later, how many times more within an hour of that. */
export interface CountedNote<T> {
  what: T;
  /** Absent in the note of the first one, which is made at once. */
  more?: number;
}

/** Two notes for each thing and hour, however often it happens: whoever floods us must not fill the audit trail. */
export class CountedNotes<T> {
  /** In the order of their first. */
  private readonly counted = new Map<string, { first: T; at: number; more: number }>();

  /** @returns what to write down now: of this one, and of those whose hour is over */
  happened(key: string, what: T, now: Date): CountedNote<T>[] {
    const notes = this.over(now);
    const known = this.counted.get(key);
    if (known) {
      known.more++;
      return notes;
    }
    const [oldest] = this.counted.keys();
    if (this.counted.size >= MOST) notes.push(...this.take([oldest!]));
    this.counted.set(key, { first: what, at: now.getTime(), more: 0 });
    return [...notes, { what }];
  }

  /** What would be forgotten with this process. */
  rest(): CountedNote<T>[] {
    return this.take([...this.counted.keys()]);
  }

  private over(now: Date): CountedNote<T>[] {
    const over: string[] = [];
    for (const [key, { at }] of this.counted) {
      if (now.getTime() - at < HOUR) break;
      over.push(key);
    }
    return this.take(over);
  }

  private take(keys: readonly string[]): CountedNote<T>[] {
    return keys.flatMap((key) => {
      const { first: what, more } = this.counted.get(key)!;
      this.counted.delete(key);
      return more === 0 ? [] : [{ what, more }];
    });
  }
}
