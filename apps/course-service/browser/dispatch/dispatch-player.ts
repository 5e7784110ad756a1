import { partsToPlay } from '@induct/scorm';
import type { LaunchState, ScoStatus } from '../launch/launch-state';
import { playable } from '../page/contents';
import { partEnded } from '../page/ending-words';
import { furnish, type Furniture } from '../page/furniture';
import type { NoticeWords } from '../page/notice';
import { listenToPage } from '../page/page-life';
import { destination } from '../page/part-status';
import type { Dialect } from '../run-time/dialect';
import type { MakeEngine } from '../run-time/engine';
import { expose } from '../run-time/expose';
import { type Left, resumed } from '../run-time/resume';
import { Waiting } from '../playing/waiting';
import { Run } from '../run-time/run';
import type { DispatchState } from './dispatch-state';
import { isClosed, moduleEnded, notAllKept } from './dispatch-words';
import type { Keeper, Surroundings } from './keeper';
import type { Known } from '../kept/report';
import { NOBODY } from '../kept/nobody';
import { Progress } from './progress';

/** The page around us keeps what it is told from now on: soon, because it may be closed at any moment. */
const TELL_AFTER_MS = 100;
/** Old content initializes again right after Finish (one page after the other): then it has not ended. */
const REALLY_FINISHED_MS = 500;
const NOBODY_AROUND_MS = 10_000;

/** What is played. */
type Played = Pick<DispatchState, 'title' | 'tree' | 'files'>;

/**
 * A module of which the server keeps nothing: in another council's learning system, or tried without an account. The run-time for its
 * content is here, and what it came to is told to whoever keeps it.
 */
export class DispatchPlayer {
  private readonly launch: LaunchState;
  private readonly parts: string[];
  private readonly titles: Map<string, string>;
  private readonly furniture: Promise<Furniture>;
  private readonly keeper: Keeper;
  private readonly still: { completed(): void } | undefined;
  private readonly last = new Map<string, Left>();
  private readonly statuses = new Map<string, ScoStatus>();
  private readonly waiting: Waiting | undefined;
  private progress: Progress;
  private run: Run;
  private sco = '';
  private hasStarted = false;
  private moving = false;
  private telling: ReturnType<typeof setTimeout> | undefined;
  /** It is not known to be kept what was told last. */
  private isWaiting = false;
  private leaving = false;
  private hasToldOfLoss = false;
  /** By an officer: it says so, and stays. */
  private isEnded = false;

  constructor(
    private readonly state: Played,
    private readonly dialect: Dialect,
    private readonly makeEngine: MakeEngine,
    private readonly around: Surroundings,
  ) {
    this.progress = new Progress(state.tree, NOBODY);
    this.launch = this.launchState();
    this.parts = playable(this.launch.toc);
    this.waiting = this.launch.prerequisites && new Waiting(this.launch.prerequisites, this.statuses);
    this.titles = new Map(this.parts.map((id) => [id, titleIn(this.launch.toc, id)]));
    this.run = this.runOf('', {});
    this.furniture = furnish(this.launch, {
      open: (sco) => void this.open(sco),
      leave: () => void this.leave(),
      ask: () => {},
      close: () => void this.contentClosed(),
      mayLeave: () => this.around.leavesByItself && this.leaving,
      touched: () => {},
    });
    expose(window, dialect, (call) => (call ? this.forInitialize() : this.run));
    listenToPage({ visible: () => this.tell(), leaving: () => this.tell(), networkIsBack: () => {} });
    this.still = around.still?.(() => void this.closed());
    this.keeper = around.keeper({
      start: (known) => this.start(known),
      kept: (isWhole) => this.kept(isWhole),
      lost: () => this.lost(),
    });
    const { nobody } = around;
    if (nobody) setTimeout(() => this.hasStarted || this.show(({ notice }) => notice.show(nobody)), NOBODY_AROUND_MS);
  }

  private launchState(): LaunchState {
    const { tree, files, title } = this.state;
    const { learner } = NOBODY;
    const nothing = { completion: 'not_attempted', success: 'unknown' } as const;
    const parts = partsToPlay({ tree, files, learner, status: () => nothing, remembered: () => undefined });
    const none = { journalKey: '', current: '', savedAt: null, siteReturnUrl: '', finishedUrl: '' };
    return { launch: { id: '' }, course: { title }, learner, ...parts, ...none } as LaunchState;
  }

  private start(known: Known): void {
    this.hasStarted = true;
    this.progress = new Progress(this.state.tree, known);
    for (const id of this.parts) this.mark(id);
    const open = this.parts.filter((id) => !this.waiting?.waits(id));
    this.play(this.progress.next(open.length > 0 ? open : this.parts));
  }

  /** Shows in the contents how a part stands, and what waits for it no more. */
  private mark(sco: string): void {
    this.statuses.set(sco, this.progress.of(sco));
    this.waiting?.lookAgain();
    this.show(({ contents }) => {
      contents?.mark(sco, this.progress.of(sco));
      this.waiting?.show(contents, this.sco);
    });
  }

  private play(sco: string): void {
    this.sco = sco;
    const initial = this.progress.initial(sco);
    const left = this.last.get(sco);
    this.run = this.runOf(sco, left ? resumed(this.dialect, initial, left) : initial);
    this.show(({ frame, notice, notes, contents, current }) => {
      notice.hide();
      notes.hide('ended');
      this.waiting?.show(contents, sco);
      current(sco, this.titles.get(sco) ?? '', this.parts);
      const { href, scormType } = this.launch.scos[sco]!;
      frame.open(href, this.titles.get(sco) ?? this.state.title);
      if (scormType === 'asset') this.completeAsset();
    });
  }

  private runOf(sco: string, initial: Parameters<typeof resumed>[1]): Run {
    const run: Run = new Run(this.dialect, this.makeEngine, initial, {
      changed: () => this.tellSoon(),
      store: () => {
        this.tell(sco);
        return true;
      },
      finished: (navigation) => this.contentFinished(run, navigation),
    });
    return run;
  }

  /** Old 1.2 content initializes again on each of its pages, after finishing the one before. */
  private forInitialize(): Run {
    if (this.run.isFinished && this.dialect.global === 'API') {
      this.run = this.runOf(this.sco, resumed(this.dialect, this.progress.initial(this.sco), this.left()));
    }
    this.show(({ frame }) => frame.guardAll());
    return this.run;
  }

  /** An asset has no run-time calls of its own: opening it is doing it. */
  private completeAsset(): void {
    this.run.initialize('');
    this.run.set(this.dialect.status, 'completed');
    this.run.finish('');
  }

  private left(): Left {
    return { cmi: this.run.snapshot(), finished: this.run.isFinished };
  }

  private tellSoon(): void {
    this.telling ??= setTimeout(() => this.tell(), TELL_AFTER_MS);
  }

  /** Tells the page around how things stand. */
  private tell(sco = this.sco): void {
    clearTimeout(this.telling);
    this.telling = undefined;
    if (!this.hasStarted || sco === '' || sco !== this.sco) return;
    const wasDone = this.progress.result().completion === 'completed';
    const { cmi, finished } = this.left();
    this.progress.heard(sco, cmi, finished);
    this.mark(sco);
    this.show(({ save }) => save.saving());
    this.isWaiting = true;
    this.keeper.tell(this.progress.report());
    if (!wasDone && this.progress.result().completion === 'completed') this.still?.completed();
  }

  private kept(isWhole: boolean): void {
    this.isWaiting = false;
    this.show(({ save, notes }) => {
      save.saved(new Date().toISOString());
      if (!isWhole)
        notes.show(
          'leftOut',
          notAllKept(() => notes.hide('leftOut')),
        );
    });
    if (this.leaving && !this.isEnded) this.keeper.leave();
  }

  private lost(): void {
    const { lost } = this.around;
    this.show(({ save, notes }) => {
      // Without a learning system nobody tries again.
      if (lost) save.deviceKeeps(false);
      save.failed();
      if (!lost || this.hasToldOfLoss) return;
      this.hasToldOfLoss = true;
      notes.show(
        'device',
        lost(() => notes.hide('device')),
      );
    });
  }

  private async open(sco: string): Promise<void> {
    if (this.moving || this.leaving || !this.launch.scos[sco]) return;
    await this.letGo();
    this.play(sco);
  }

  /** The content goes, with its last words. */
  private async letGo(): Promise<void> {
    this.moving = true;
    const { frame } = await this.furniture;
    await frame.empty();
    this.tell();
    this.last.set(this.sco, this.left());
    this.moving = false;
  }

  private contentFinished(run: Run, navigation: string): void {
    setTimeout(() => {
      if (this.moving || this.leaving || this.run !== run) return;
      const to = destination(navigation, this.parts, this.sco);
      if (to === 'leave') void this.leave();
      else if (to) void this.open(to.open);
      else this.show(({ notes }) => notes.show('ended', this.ended()));
    }, REALLY_FINISHED_MS);
  }

  /** Content that closes its window is done. */
  private async contentClosed(): Promise<void> {
    if (this.moving || this.leaving) return;
    if (this.parts.length < 2) return this.leave();
    await this.letGo();
    this.show(({ notice }) => notice.show(this.ended()));
  }

  private ended(): NoticeWords {
    const { sco, titles, progress } = this;
    const [again, leave] = [() => void this.open(sco), () => void this.leave()];
    if (this.parts.length < 2) return moduleEnded(this.state.title, progress.of(sco), again, leave);
    const id = this.parts.slice(this.parts.indexOf(sco) + 1).find((one) => !this.waiting?.waits(one));
    const next =
      id === undefined ? undefined : { title: titles.get(id) ?? '', isLeft: false, go: () => void this.open(id) };
    const othersWait = this.parts.some((one) => this.waiting?.waits(one));
    return partEnded({ title: titles.get(sco) ?? '', status: progress.of(sco) }, next, again, leave, othersWait);
  }

  /** Leaves when everything is kept, and says so when it is not. */
  private async leave(): Promise<void> {
    if (this.leaving || !this.hasStarted) return;
    await this.letGo();
    this.leaving = true;
    setTimeout(() => {
      if (!this.isWaiting) return;
      const stay = () => {
        this.leaving = false;
        // Whatever the content has said to being left.
        this.last.set(this.sco, { ...this.left(), finished: false });
        this.play(this.sco);
      };
      this.show(({ notice }) => notice.show(this.around.notTold(stay, () => this.keeper.leave())));
    }, this.around.patience);
  }

  /** An officer has put an end to it. */
  private async closed(): Promise<void> {
    if (this.leaving) return;
    this.isEnded = true;
    await this.letGo();
    this.leaving = true;
    this.show(({ notice }) => notice.show(isClosed));
  }

  private show(change: (furniture: Furniture) => void): void {
    void this.furniture.then(change);
  }
}

function titleIn(items: LaunchState['toc'], id: string): string {
  for (const item of items) {
    const title = item.id === id ? item.title : titleIn(item.children, id);
    if (title) return title;
  }
  return '';
}
