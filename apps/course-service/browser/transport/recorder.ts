import type { Move, Place } from '../journal/entry';
import type { Numbers } from '../journal/numbers';
import type { Run } from '../run-time/run';
import type { ShownTime } from '../run-time/shown-time';
import type { Outbox } from './outbox';
import { JOURNAL_AFTER_MS, PUSH_AFTER_MS } from './pace';

interface Recording {
  place: Place;
  run: Pick<Run, 'snapshot' | 'isFinished' | 'isOver' | 'written'>;
  shown: ShownTime;
  dirty: boolean;
  finished: boolean;
}

/** Decides when a run's data is written down and when it is sent. */
export class Recorder {
  private current: Recording | undefined;
  private journalTimer: ReturnType<typeof setTimeout> | undefined;
  private pushTimer: ReturnType<typeof setTimeout> | undefined;
  private hurried = false;

  constructor(
    private readonly outbox: Outbox,
    private readonly numbers: Numbers,
    /** Of a module whose parts have an order: what every snapshot tells beside itself. */
    private readonly steps?: { readonly tells: readonly Move[]; now(): number },
  ) {}

  /** No run is open. */
  none(): void {
    this.current = undefined;
  }

  begin(place: Place, run: Recording['run'], shown: ShownTime): void {
    this.current = { place, run, shown, dirty: false, finished: false };
  }

  /** The page is hidden or going away: its timers may never come back. */
  hurry(hurried: boolean): void {
    this.hurried = hurried;
    if (hurried) this.flush();
  }

  changed(kind: 'value' | 'result'): void {
    if (!this.current) return;
    this.current.dirty = true;
    if (this.hurried) {
      this.write();
      this.pushSoon(0);
      return;
    }
    this.journalTimer ??= setTimeout(() => this.write(), JOURNAL_AFTER_MS);
    // Content sets score and status in several calls of one breath: they travel together.
    if (kind === 'result') this.pushSoon(0);
    else this.pushSoon(PUSH_AFTER_MS);
  }

  /** Commit or Finish: written and under way when this returns. @returns false when it could not be sealed */
  store(final: boolean): boolean {
    if (!this.current) return false;
    if (final) this.current.finished = true;
    this.current.dirty = true;
    try {
      this.write();
    } catch {
      return false;
    }
    this.push();
    return true;
  }

  /** Writes and sends the run as it stands, with what is told beside it. */
  tell(): void {
    if (!this.current) return;
    this.current.dirty = true;
    this.flush();
  }

  /** Writes and sends whatever is new. */
  flush(): void {
    if (this.current?.dirty) this.write();
    this.push();
  }

  private write(): void {
    clearTimeout(this.journalTimer);
    this.journalTimer = undefined;
    const current = this.current;
    if (!current?.dirty) return;
    const moves = this.steps?.tells ?? [];
    const data = current.run.written();
    this.outbox.put(current.place, {
      seq: this.numbers.nextSeq(),
      sco: current.place.sco,
      run: current.place.run,
      final: current.finished,
      cmi: current.run.snapshot(),
      shownMs: current.shown.ms(),
      ...(current.finished && current.run.isOver && { over: true }),
      ...(Object.keys(data).length > 0 && { data }),
      ...(moves.length > 0 && { moves: [...moves] }),
      ...(this.steps && { at: this.steps.now() }),
    });
    current.dirty = false;
  }

  private pushIsDueAt = Infinity;
  private pushSoon(afterMs: number): void {
    const due = Date.now() + afterMs;
    if (due >= this.pushIsDueAt) return;
    clearTimeout(this.pushTimer);
    this.pushIsDueAt = due;
    this.pushTimer = setTimeout(() => this.flush(), afterMs);
  }

  private push(): void {
    clearTimeout(this.pushTimer);
    this.pushIsDueAt = Infinity;
    this.outbox.push(this.hurried);
  }
}
