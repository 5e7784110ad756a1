import type { Known, Report } from '../kept/report';
import { type Edition, isUntouched } from './edition';
import type { Api } from './find-api';

/** What carries the place: a learning system that has no room for it keeps the result all the same. */
const PLACE = /suspend_data$|location$/;
/** Learning systems often ask their server at each Commit, and wait for it. */
const COMMIT_EVERY_MS = 3_000;

/** The learning system that has imported the zip. */
export class LearningSystem {
  private readonly told = new Map<string, string>();
  private begunAt = 0;
  private commitIsDue: ReturnType<typeof setTimeout> | undefined;
  private committedAt = -COMMIT_EVERY_MS;
  private hasEnded = false;
  /** What it said before we did. */
  private statusBefore: string | undefined;

  constructor(
    private readonly api: Api,
    private readonly edition: Edition,
    private readonly now: () => number,
  ) {}

  /** @returns whether it takes part */
  begin(): boolean {
    this.begunAt = this.now();
    if (!this.isTrue('initialize', '')) return false;
    const { status } = this.edition;
    const before = this.get(status);
    if (isUntouched(before)) {
      this.statusBefore = before;
      // Many for SCORM 1.2 take it for completed when nothing is said until the end: a module that never opened would be.
      this.call('set', status, 'incomplete');
    }
    return true;
  }

  /** What it knows now. */
  known(): Known {
    const isUntold = this.told.size === 0;
    const { status } = this.edition;
    const known = this.edition.known(
      (name) => (name === status && isUntold ? this.statusBefore : undefined) ?? this.get(name),
    );
    return { ...known, isFirst: known.isFirst && isUntold };
  }

  /**
   * Tells it all that has changed; what it has is in its memory when this returns, and on its way soon.
   * @returns which of it was taken
   */
  keep(report: Report): 'all' | 'without the place' | 'nothing' {
    if (this.hasEnded) return 'nothing';
    const lines = this.edition.told(report, Math.round((this.now() - this.begunAt) / 10));
    let [isWhole, isKept] = [true, true];
    for (const [name, value] of lines) {
      // Some refuse to be told that there is nothing.
      if ((this.told.get(name) ?? '') === value) continue;
      if (this.takes(name, value)) this.told.set(name, value);
      else if (PLACE.test(name)) {
        isWhole &&= value === '';
        this.shorten(name, report.short);
      } else if (name.endsWith('status')) isKept = false;
    }
    this.commitSoon();
    return isKept ? (isWhole ? 'all' : 'without the place') : 'nothing';
  }

  /** Nothing is told after this. */
  end(): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    clearTimeout(this.commitIsDue);
    this.call('commit', '');
    this.call('finish', '');
  }

  private commitSoon(): void {
    if (this.commitIsDue !== undefined) return;
    const wait = Math.max(0, this.committedAt + COMMIT_EVERY_MS - this.now());
    this.commitIsDue = setTimeout(() => {
      this.commitIsDue = undefined;
      this.committedAt = this.now();
      this.call('commit', '');
    }, wait);
  }

  /** Some cut what is too long, and say nothing. */
  private takes(name: string, value: string): boolean {
    return this.isTrue('set', name, value) && (!PLACE.test(name) || this.get(name) === value);
  }

  /** Leaves nothing behind that was cut, as far as it is for us to say. */
  private shorten(name: string, short: string | undefined): void {
    if (name.endsWith('suspend_data') && short !== undefined) this.call('set', name, short);
    this.told.set(name, this.get(name));
  }

  private get(name: string): string {
    return text(this.call('get', name));
  }

  private isTrue(what: keyof Edition['calls'], ...given: string[]): boolean {
    return text(this.call(what, ...given)) === 'true';
  }

  /** Some throw what they should answer: one such call must not keep the others from being made. */
  private call(what: keyof Edition['calls'], ...given: string[]): unknown {
    try {
      return this.api[this.edition.calls[what]]?.(...given);
    } catch {
      return undefined;
    }
  }
}

/** Learning systems answer with strings, booleans and nothing at all. */
const text = (value: unknown): string =>
  value === undefined || value === null ? '' : String(value as string | number | boolean);
