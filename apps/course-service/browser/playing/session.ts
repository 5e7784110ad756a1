import type { Place } from '../journal/entry';
import type { PlaceInPart } from '../kept/earlier-tries';
import type { Cmi, LaunchState, ScoStatus } from '../launch/launch-state';
import { partStatus } from '../page/part-status';
import type { Dialect } from '../run-time/dialect';
import type { MakeEngine } from '../run-time/engine';
import { type Left, resumed } from '../run-time/resume';
import { Run, type RunEvents } from '../run-time/run';
import type { DataStore } from '../run-time/shared-data';
import { ShownTime } from '../run-time/shown-time';
import { PartsKnown } from './parts-known';
import { type Said, Sequencer } from './sequencer';
import { Steps } from './steps';
import { Writing, type WritingEvents } from './writing';

/** A member who waits for the next part should not wait long for its mark. */
const JUDGED_PATIENCE_MS = 2000;

export interface SessionEvents extends WritingEvents {
  finished(navigation: string): void;
  /** As of RunEvents. */
  isOverruled(): boolean;
  changed(sco: string, status: ScoStatus): void;
}

/** One page of one launch: which SCO runs, and what it begins with. No page furniture. */
export class Session {
  readonly writing: Writing;
  /** Of a module whose parts have an order. */
  readonly steps: Steps | undefined;
  private readonly parts: PartsKnown;
  /** The learner wants to leave the module: whatever the open part says to that, they may come back to it. */
  private isLeft = false;
  private isSilent = false;
  /** Of the run. */
  private begunWith: Cmi = {};
  private shown!: ShownTime;
  private run!: Run;
  private place: Place | undefined;
  /** The SCO that is open. */
  sco: string;

  constructor(
    private readonly state: LaunchState,
    private readonly dialect: Dialect,
    private readonly makeEngine: MakeEngine,
    private readonly events: SessionEvents,
    address = location.pathname,
  ) {
    const sequencer = state.sequencing && new Sequencer(state.sequencing, () => this.writing.numbers.nextMove());
    this.writing = new Writing(state.launch.id, state.journalKey, address, events, sequencer);
    this.parts = new PartsKnown(state, dialect, address, (sco, status) => events.changed(sco, status));
    this.steps = sequencer && this.stepsOf(sequencer);
    this.sco = state.current;
    if (this.steps) this.steps.begin();
    else this.begin(state.current, this.parts.initial(state.current));
  }

  private stepsOf(sequencer: Sequencer): Steps {
    return new Steps(sequencer, {
      said: () => this.said(),
      keep: () => this.keep(),
      tell: () => this.writing.recorder.tell(),
      open: (activity, run) => {
        this.sco = activity;
        this.begin(activity, this.parts.delivered(activity, sequencer), run);
      },
      openNone: () => this.closeAll(),
      nextRun: () => this.writing.numbers.nextRun(),
    });
  }

  /** The run that content's calls reach. */
  current(): Run {
    return this.run;
  }

  /**
   * Old 1.2 content initializes again on each of its pages, after finishing the one before; and an asset that speaks after all
   * begins as it was opened, whatever was taken to be done.
   */
  forInitialize(): Run {
    if (this.isSilent) {
      this.begin(this.sco, this.begunWith);
    } else if (this.run.isFinished && this.dialect.global === 'API') {
      const { scos } = this.state;
      this.begin(this.sco, resumed(this.dialect, scos[this.sco]!.initialCmi, this.left()));
    }
    return this.run;
  }

  /** Content finished because it took itself to be leaving, and goes on: what it says from now on counts as well. */
  goOn(): void {
    const { sco } = this;
    this.begin(sco, this.parts.again(sco, { ...this.left(), finished: false }), undefined, this.run.sharedData());
    this.run.initialize('');
  }

  /** Asks the server for the state as it is now; false when it cannot be reached. */
  refresh(patienceMs?: number): Promise<boolean> {
    return this.parts.refresh(patienceMs);
  }

  /** Begins a run of a SCO. What the one before it did is written and sent. */
  async open(sco: string): Promise<void> {
    const is12 = this.dialect.global === 'API';
    // Whoever opens the same part once more has moved on to nothing else: it goes on, unless content has ended it.
    if (!is12 && sco === this.sco && !this.run.isOver) this.isLeft = true;
    this.close();
    // SCORM 2004 content gets back what it has said itself, and not what came of it: this page knows that best.
    const { parts, writing } = this;
    const fresh = is12 && parts.hasLeft(sco) && writing.outbox.isEmpty ? await parts.refresh() : false;
    this.sco = sco;
    this.begin(sco, fresh || !parts.hasLeft(sco) ? parts.initial(sco) : parts.again(sco));
  }

  /** Starts the open SCO anew with the state as it is known now. */
  restart(): void {
    if (this.steps) this.steps.beginAnew(this.state.sequencing!);
    else this.begin(this.sco, this.parts.initial(this.sco));
  }

  private said(): Said | undefined {
    return this.place && { run: this.place.run, cmi: this.run.snapshot(), data: this.run.written() };
  }

  /**
   * Of the open SCO, which has ended: the server's word, which knows the pass mark, as soon as it has everything. What the
   * SCO itself has said when the server cannot be asked.
   */
  async judgedStatus(): Promise<ScoStatus> {
    const { sco } = this;
    const said = this.status();
    const until = performance.now() + JUDGED_PATIENCE_MS;
    const { outbox } = this.writing;
    while (!outbox.isEmpty && performance.now() < until) await new Promise((done) => setTimeout(done, 50));
    return outbox.isEmpty && (await this.refresh()) ? this.state.scos[sco]!.status : said;
  }

  private status(): ScoStatus {
    return partStatus(this.dialect.global, this.run.snapshot(), this.run.isFinished);
  }

  close(): void {
    this.keep();
    this.writing.recorder.flush();
  }

  /** The learner leaves the module. */
  leave(): void {
    this.isLeft = true;
    this.close();
  }

  private keep(): void {
    this.parts.leaves(this.sco, this.left());
  }

  /** An asset has no run-time calls of its own: opening it is doing it. */
  completeAsset(): void {
    this.isSilent = true;
    this.run.initialize('');
    this.run.set(this.dialect.status, 'completed');
    this.run.finish('');
  }

  /**
   * What somebody did of a part before they signed in, as if its content had said it and been left half-way: what it was, and
   * whether it is done, is for the content to say again.
   */
  async takeAlong({ sco, location, suspendData }: PlaceInPart): Promise<void> {
    await this.open(sco);
    const is12 = this.dialect.global === 'API';
    this.run.initialize('');
    this.run.set(is12 ? 'cmi.core.lesson_location' : 'cmi.location', location);
    this.run.set('cmi.suspend_data', suspendData);
    this.run.set(this.dialect.status, 'incomplete');
    this.run.set(is12 ? 'cmi.core.exit' : 'cmi.exit', 'suspend');
    this.run.finish('');
    this.close();
  }

  /** The open part is an asset, and has called nothing so far. */
  get isSilentAsset(): boolean {
    return this.isSilent;
  }

  pageIsVisible(visible: boolean): void {
    this.shown.visible(visible);
    this.writing.recorder.hurry(!visible);
  }

  private left(): Left {
    return { cmi: this.run.snapshot(), finished: this.run.isFinished && !this.isLeft };
  }

  /** No part is open: whoever still calls is answered, and nothing of it is recorded. */
  private closeAll(): void {
    this.sco = '';
    this.place = undefined;
    this.isSilent = false;
    this.writing.recorder.none();
    this.run = new Run(
      this.dialect,
      this.makeEngine,
      {},
      { changed: () => {}, store: () => false, finished: () => {} },
    );
  }

  /** @param stores what the part shares with others: as the last step has left it, unless given */
  private begin(
    sco: string,
    initial: Cmi,
    number = this.writing.numbers.nextRun(),
    stores: readonly DataStore[] = this.steps?.sequencer.runTimeOf(sco).stores ?? [],
  ): void {
    const place = { launch: this.state.launch.id, sco, run: number };
    this.place = place;
    this.begunWith = initial;
    this.isLeft = this.isSilent = false;
    const events: RunEvents = {
      changed: (kind) => {
        this.writing.recorder.changed(kind);
        if (kind === 'result') this.events.changed(sco, this.status());
      },
      store: (final) => {
        const stored = this.writing.recorder.store(final);
        if (final) this.events.changed(sco, partStatus(this.dialect.global, run.snapshot(), true));
        return stored;
      },
      finished: (navigation) => this.events.finished(navigation),
      isOverruled: () => this.events.isOverruled(),
    };
    const run: Run = new Run(this.dialect, this.makeEngine, initial, events, stores);
    this.run = run;
    this.shown = new ShownTime(() => performance.now(), document.visibilityState === 'visible');
    this.writing.begin(place, run, this.shown);
  }
}
