/** The most the tracker takes: 24 days. */
const MOST_MS = 2 ** 31 - 1;

/** How long something was in front of the member: the page visible, in milliseconds. */
export class ShownTime {
  private before = 0;
  private since: number | undefined;

  constructor(
    private readonly now: () => number,
    visible: boolean,
  ) {
    this.since = visible ? now() : undefined;
  }

  visible(visible: boolean): void {
    if (visible) {
      this.since ??= this.now();
    } else {
      this.before = this.ms();
      this.since = undefined;
    }
  }

  ms(): number {
    return Math.min(MOST_MS, Math.round(this.before + (this.since === undefined ? 0 : this.now() - this.since)));
  }
}
