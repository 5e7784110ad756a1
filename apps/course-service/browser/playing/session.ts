import type { Available, Navigated, NavigationRequest, SequencingState, WhyClosed } from '@induct/scorm';
import { keyOf, type Move, type Place } from '../journal/entry';
import { Journal, type Unsent } from '../journal/journal';
import { Numbers, takePage } from '../journal/numbers';
import { bytesFromBase64, Seal } from '../journal/seal';
import { localStorageOrNone, Spill } from '../journal/spill';
import type { Cmi, LaunchState, ScoStatus } from '../launch/launch-state';
import { partStatus } from '../page/part-status';
import type { Dialect } from '../run-time/dialect';
import type { MakeEngine } from '../run-time/engine';
import { type Left, resumed } from '../run-time/resume';
import { Run, type RunEvents } from '../run-time/run';
import type { DataStore } from '../run-time/shared-data';
import { ShownTime } from '../run-time/shown-time';
import { Outbox, type OutboxEvents } from '../transport/outbox';
import { Recorder } from '../transport/recorder';
import { replay, type Replayed } from '../transport/replay';
import { type Post, postTo } from '../transport/send';
import type { PlaceInPart } from '../kept/earlier-tries';
import { type Said, Sequencer } from './sequencer';
import { startOf } from './start-of';

/** A member who waits for the next part should not wait long for its mark. */
const JUDGED_PATIENCE_MS = 2000;

export interface SessionEvents extends OutboxEvents {
  finished(navigation: string): void;
  /** As of RunEvents. */
  isOverruled(): boolean;
  changed(sco: string, status: ScoStatus): void;
  /** After every writing: whether this device has it. */
  kept(isKept: boolean): void;
}

/** One page of one launch: which SCO runs, and where its data goes. No page furniture. */
export class Session {
  readonly outbox: Outbox;
  readonly recorder: Recorder;
  private readonly journal: Journal;
  private readonly numbers: Numbers;
  private readonly post: Post;
  /** Of a module whose parts have an order. */
  readonly sequencer: Sequencer | undefined;
  private readonly ownRuns = new Set<string>();
  private readonly last = new Map<string, Left>();
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
    private state: LaunchState,
    private readonly dialect: Dialect,
    private readonly makeEngine: MakeEngine,
    private readonly events: SessionEvents,
    private readonly address = location.pathname,
  ) {
    const storage = localStorageOrNone();
    this.journal = new Journal(new Seal(bytesFromBase64(state.journalKey)), new Spill(storage));
    this.numbers = new Numbers((further) => takePage(storage, state.launch.id, Date.now(), { further }));
    this.journal.onKept = (isKept) => events.kept(isKept);
    this.post = postTo(`${address}/commits`);
    this.outbox = new Outbox(this.journal, this.post, () => this.numbers.seqOfAnotherBlock(), {
      ...events,
      taken: ({ moves }) => moves && this.sequencer?.acknowledged(moves),
    });
    this.sequencer = state.sequencing && new Sequencer(state.sequencing, () => this.numbers.nextMove());
    this.recorder = new Recorder(this.outbox, this.numbers, this.sequencer);
    this.sco = state.current;
    if (this.sequencer) this.follow(this.numbered(this.sequencer.begin()));
    else this.begin(state.current, this.initial(state.current));
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

  /** Whether this browser keeps anything on this device. */
  keepsAnything(): Promise<boolean> {
    return this.journal.keepsAnything();
  }

  /** Content finished because it took itself to be leaving, and goes on: what it says from now on counts as well. */
  goOn(): void {
    const { sco } = this;
    this.begin(sco, this.again(sco, { ...this.left(), finished: false }), undefined, this.run.sharedData());
    this.run.initialize('');
  }

  /** What earlier pages of this attempt could not deliver. */
  async unsentBefore(): Promise<Unsent[]> {
    return (await this.journal.unsent()).filter(({ place }) => !this.ownRuns.has(keyOf(place)));
  }

  replay(unsent: Unsent[]): Promise<Replayed> {
    return replay(this.journal, this.state.launch.id, this.post, unsent);
  }

  /** Whether the member has still to be told that something was refused. */
  tellOfRefusal(): boolean {
    return this.journal.tellOnce();
  }

  /** Asks the server for the state as it is now; false when it cannot be reached. */
  async refresh(patienceMs = 3000): Promise<boolean> {
    try {
      const response = await fetch(`${this.address}/state`, {
        credentials: 'omit',
        cache: 'no-store',
        signal: AbortSignal.timeout(patienceMs),
      });
      if (!response.ok) return false;
      const fresh = (await response.json()) as LaunchState;
      if (fresh.sequencing) this.state.sequencing = fresh.sequencing;
      for (const [id, { initialCmi, freshCmi, status }] of Object.entries(fresh.scos)) {
        if (!this.state.scos[id]) continue;
        Object.assign(this.state.scos[id], { initialCmi, freshCmi, status });
        this.events.changed(id, status);
      }
      this.last.clear();
      return true;
    } catch {
      return false;
    }
  }

  /** Begins a run of a SCO. What the one before it did is written and sent. */
  async open(sco: string): Promise<void> {
    const is12 = this.dialect.global === 'API';
    // Whoever opens the same part once more has moved on to nothing else: it goes on, unless content has ended it.
    if (!is12 && sco === this.sco && !this.run.isOver) this.isLeft = true;
    this.close();
    // SCORM 2004 content gets back what it has said itself, and not what came of it: this page knows that best.
    const fresh = is12 && this.last.has(sco) && this.outbox.isEmpty ? await this.refresh() : false;
    this.sco = sco;
    this.begin(sco, fresh || !this.last.has(sco) ? this.initial(sco) : this.again(sco));
  }

  /** Starts the open SCO anew with the state as it is known now. */
  restart(): void {
    const { sequencer } = this;
    if (!sequencer) return this.begin(this.sco, this.initial(this.sco));
    sequencer.startFrom(this.state.sequencing!);
    this.follow(this.numbered(sequencer.begin()));
  }

  /** A step through a module whose parts have an order. What the open part did goes with it. */
  move(request: NavigationRequest): Navigated {
    this.keep();
    const move = this.numbered(this.sequencer!.ask(request, this.said()));
    this.recorder.tell();
    return this.follow(move);
  }

  /** What may be asked now. */
  available(): Available | undefined {
    return this.sequencer?.available(this.said());
  }

  /** Of a part that is closed, what there is to do about it. */
  closed(): (activity: string) => WhyClosed | undefined {
    return this.sequencer!.closed(this.said());
  }

  /** For those who look into a module with an order: how every part stands, and what the last step led to. */
  standing(): { state: SequencingState; went: Navigated } {
    return { state: this.sequencer!.stands(this.said()), went: this.sequencer!.went! };
  }

  /** What would become of a step: nothing changes. */
  tryOut(request: NavigationRequest): Navigated {
    return this.sequencer!.tryOut(request, this.said());
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
    while (!this.outbox.isEmpty && performance.now() < until) await new Promise((done) => setTimeout(done, 50));
    return this.outbox.isEmpty && (await this.refresh()) ? this.state.scos[sco]!.status : said;
  }

  private status(): ScoStatus {
    return partStatus(this.dialect.global, this.run.snapshot(), this.run.isFinished);
  }

  close(): void {
    this.keep();
    this.recorder.flush();
  }

  /** The learner leaves the module. */
  leave(): void {
    this.isLeft = true;
    this.close();
  }

  private keep(): void {
    this.last.set(this.sco, this.left());
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
    this.recorder.hurry(!visible);
  }

  pageIsLeaving(leaving: boolean): void {
    this.journal.pageIsLeaving(leaving);
    this.recorder.hurry(leaving);
    if (leaving) this.journal.pageIsLeaving(true);
  }

  private left(): Left {
    return { cmi: this.run.snapshot(), finished: this.run.isFinished && !this.isLeft };
  }

  private initial(sco: string): Cmi {
    return this.state.scos[sco]?.initialCmi ?? {};
  }

  private again(sco: string, left = this.last.get(sco)!): Cmi {
    return resumed(this.dialect, this.initial(sco), left, this.state.scos[sco]?.freshCmi);
  }

  /** The step says which run it opens. */
  private numbered(move: Move): Move {
    const activity = this.sequencer!.went!.delivered;
    if (activity !== undefined) move.opened = { activity, run: this.numbers.nextRun() };
    return move;
  }

  /** Opens what a step has led to. */
  private follow({ opened }: Move): Navigated {
    if (opened) {
      this.sco = opened.activity;
      this.begin(opened.activity, this.delivered(opened.activity), opened.run);
    } else if (this.sequencer!.open === undefined) this.closeAll();
    return this.sequencer!.went!;
  }

  /** What a part begins with that the rules have opened: of an attempt of it that goes on, or of a new one. */
  private delivered(sco: string): Cmi {
    const sequencer = this.sequencer!;
    const left = this.last.get(sco);
    const known = left ? this.again(sco, { ...left, finished: false }) : this.initial(sco);
    return startOf(this.state, sequencer.activity(sco)!, sequencer.runTimeOf(sco), known);
  }

  /** No part is open: whoever still calls is answered, and nothing of it is recorded. */
  private closeAll(): void {
    this.sco = '';
    this.place = undefined;
    this.isSilent = false;
    this.recorder.none();
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
    number = this.numbers.nextRun(),
    stores: readonly DataStore[] = this.sequencer?.runTimeOf(sco).stores ?? [],
  ): void {
    const place = { launch: this.state.launch.id, sco, run: number };
    this.place = place;
    this.begunWith = initial;
    this.isLeft = this.isSilent = false;
    this.ownRuns.add(keyOf(place));
    const events: RunEvents = {
      changed: (kind) => {
        this.recorder.changed(kind);
        if (kind === 'result') this.events.changed(sco, this.status());
      },
      store: (final) => {
        const stored = this.recorder.store(final);
        if (final) this.events.changed(sco, partStatus(this.dialect.global, run.snapshot(), true));
        return stored;
      },
      finished: (navigation) => this.events.finished(navigation),
      isOverruled: () => this.events.isOverruled(),
    };
    const run: Run = new Run(this.dialect, this.makeEngine, initial, events, stores);
    this.run = run;
    this.shown = new ShownTime(() => performance.now(), document.visibilityState === 'visible');
    this.recorder.begin(place, run, this.shown);
  }
}
