import type { Available, NavigationRequest } from '@induct/scorm';
import { beginWithEarlierWork } from './earlier-work';
import { Endings } from './endings';
import type { LaunchState } from '../launch/launch-state';
import { furnish, type Furniture } from '../page/furniture';
import { listenToPage } from '../page/page-life';
import { moduleDone, partEnded, whatFirst } from '../page/ending-words';
import { orderedPartEnded } from '../page/order-words';
import type { NoticeWords } from '../page/notice';
import { Touches } from '../page/touches';
import type { Run } from '../run-time/run';
import { kindOf } from '../run-time/data-model';
import type { Dialect } from '../run-time/dialect';
import type { MakeEngine } from '../run-time/engine';
import { type Calls, expose } from '../run-time/expose';
import { Leaving } from './leaving';
import { ModuleParts } from './module-parts';
import { Navigating } from './navigating';
import { Order } from './order';
import { Session } from './session';
import { TakingAlong } from './taking-along';
import { Tellings } from './tellings';
import type { Reply } from '../transport/send';

/** The player page. Made while the head is read, so that the run-time is there before the content is. */
export class Player {
  protected readonly session: Session;
  protected readonly parts: ModuleParts;
  protected readonly furniture: Promise<Furniture>;
  private moving = false;
  /** The part that was chosen last. */
  private wanted = '';
  /** No part was opened yet: the member is asked which. */
  private isAsking: boolean;
  private readonly endings: Endings;
  private readonly along: TakingAlong;
  private readonly tellings: Tellings;
  private readonly leaving: Leaving;
  /** Of a module whose parts have an order. */
  protected readonly order: Order | undefined;
  private readonly navigating: Navigating | undefined;
  private readonly isUnloading: () => boolean;
  /** The page, when it has been read. */
  private ready: Furniture | undefined;
  /** Taken before there is content: that could change it. */
  private readonly address = location.pathname;

  constructor(
    protected readonly state: LaunchState,
    protected readonly dialect: Dialect,
    makeEngine: MakeEngine,
    exposed = expose,
  ) {
    this.parts = new ModuleParts(state);
    this.isAsking = state.asksFirst === true;
    // First what can fail: where it does, nothing of the page has been brought to life.
    this.session = new Session(state, dialect, makeEngine, {
      saving: () => this.show(({ save }) => save.saving()),
      saved: (reply) => this.saved(reply),
      failed: () => this.show(({ save }) => save.failed()),
      refused: () => void this.leaving.refused(),
      superseded: () => void this.leaving.openedElsewhere(),
      ended: () => {
        this.show(({ save }) => save.ended());
        void this.leaving.ended();
      },
      finished: (navigation) =>
        this.session.isSilentAsset || this.along.isUnderWay || this.endings.contentFinished(navigation),
      isOverruled: () => this.order?.isStepping ?? false,
      changed: (sco, status) => {
        this.parts.changed(sco, status);
        this.show(({ contents }) => contents?.mark(sco, status));
        this.order?.mayHaveChanged();
        this.showWaiting();
      },
      kept: (isKept) => this.tellings.device(isKept),
    });
    const leave = () => void this.leave();
    const touches = new Touches(
      () => this.reportTouch(),
      (words) =>
        this.show(({ notes, save }) => {
          save.redraw();
          if (!notes.stands('touched')) notes.show('touched', words);
        }),
      leave,
    );
    this.furniture = furnish(state, {
      open: (sco) => (this.order ? this.order.choose(sco) : void this.open(sco)),
      leave,
      ask: (asked) => this.order?.press(asked),
      close: () => void this.contentClosed(),
      mayLeave: () => this.leaving.isUnderWay,
      touched: touches.another,
      notLetIn: (what, address) => this.notLetIn(what, address),
    });
    void this.furniture.then((ready) => (this.ready = ready));
    this.tellings = new Tellings(this.furniture);
    this.leaving = new Leaving({
      session: this.session,
      furniture: this.furniture,
      tellings: this.tellings,
      finishedUrl: state.finishedUrl,
      siteReturnUrl: state.siteReturnUrl,
      askToLeave: leave,
      suspend: () => (this.order ? this.order.suspend() : this.session.leave()),
      resume: () => (this.order ? this.order.resume() : void this.open(this.session.sco)),
    });
    this.order = state.sequencing && this.ordered();
    this.navigating =
      state.sequencing &&
      new Navigating(
        () => this.session.current(),
        () => this.session.steps!.available(),
        (element) => kindOf(dialect.names, element) !== 'unknown',
      );
    this.endings = new Endings({
      session: this.session,
      parts: this.parts.ids,
      furniture: this.furniture,
      isOnTheMove: () => this.moving || this.leaving.isUnderWay,
      isUnloading: () => this.isUnloading(),
      open: (sco) => void this.open(sco),
      leave,
      follow: (navigation) => this.order?.follow(navigation),
      words: () => this.ended(),
    });
    this.along = new TakingAlong({
      session: this.session,
      state,
      parts: this.parts.ids,
      furniture: this.furniture,
      waits: (sco) => this.parts.waits(sco),
      play: () => this.play(),
    });
    void this.session.writing.keepsAnything().then((keeps) => this.tellings.device(keeps));
    exposed(window, dialect, (call) => this.run(call));
    this.isUnloading = listenToPage({
      visible: (visible) => this.session.pageIsVisible(visible),
      leaving: (leaving) => this.session.writing.pageIsLeaving(leaving),
      networkIsBack: () => this.session.writing.outbox.networkIsBack(),
    });
    void beginWithEarlierWork(this.session, this.furniture, {
      play: () => (this.isAsking ? void this.askWhatFirst() : void this.along.offer()),
      tellOfRefusal: (goOn) => this.leaving.tellOfRefusal(goOn, goOn),
    });
  }

  /** The module has ended itself when it was open last, and lets nothing follow by itself. */
  private async askWhatFirst(): Promise<void> {
    const { contents, notice } = await this.furniture;
    const { sco } = this.session;
    notice.show(
      whatFirst(
        { title: this.parts.title(sco), isDone: this.parts.isDone(sco), go: () => this.play() },
        contents && (() => contents.lookAt()),
        () => void this.leave(),
      ),
    );
  }

  /** Loads the open SCO into the frame. */
  protected play(): void {
    this.isAsking = false;
    this.endings.partOpens();
    this.show(({ frame, notice, notes, current }) => {
      notice.hide();
      for (const name of ['ended', 'window', 'document'] as const) notes.hide(name);
      const { sco } = this.session;
      if (sco === '') return void this.order?.openNothingAtFirst();
      current(sco, this.parts.title(sco), this.parts.ids);
      void this.order?.show();
      this.showWaiting();
      frame.open(this.state.scos[sco]!.href, this.parts.title(sco, this.state.course.title));
      this.startAsset();
    });
  }

  private startAsset(): void {
    if (this.isAsset()) this.session.completeAsset();
  }

  private isAsset(): boolean {
    return this.state.scos[this.session.sco]?.scormType === 'asset';
  }

  protected async open(sco: string): Promise<void> {
    if (this.order) return this.order.choose(sco);
    if (this.leaving.isUnderWay || !this.state.scos[sco]) return;
    if (this.isAsking && sco === this.session.sco) return this.play();
    this.wanted = sco;
    if (this.moving) return;
    this.moving = true;
    const { frame } = await this.furniture;
    await frame.empty();
    // Somebody who chooses twice means the last one.
    let opened: string;
    do {
      opened = this.wanted;
      await this.session.open(opened);
    } while (opened !== this.wanted);
    this.moving = false;
    this.play();
  }

  private ordered(): Order {
    const { session, furniture } = this;
    return new Order({
      session,
      furniture,
      isOnTheMove: () => this.moving || this.leaving.isUnderWay,
      title: (id) => this.parts.title(id),
      moving: (isMoving) => (this.moving = isMoving),
      play: () => {
        this.moving = false;
        this.play();
      },
      leave: () => void this.leave(),
      shown: (now) => this.orderShown(now),
      askedInVain: (request) => this.askedInVain(request),
    });
  }

  /** A preview shows more of it. */
  protected orderShown(_now: Available): void {}

  /** A preview shows why. */
  protected askedInVain(_request: NavigationRequest): void {}

  /** A tester is told: members can do nothing about it. */
  protected notLetIn(_what: string, _address: string): void {}

  /** Something else has changed this page: the officers see it with the version. */
  protected reportTouch(): Promise<unknown> {
    return fetch(`${this.address}/touched`, { method: 'POST', keepalive: true, credentials: 'omit' });
  }

  /** The run that a call of content reaches. */
  private run(call?: 'initialize'): Calls {
    const run = this.runFor(call);
    return this.navigating?.reached() ?? run;
  }

  private runFor(call?: 'initialize'): Run {
    this.endings.contentCalls(call);
    if (!call) return this.session.current();
    this.ready?.frame.guardAll();
    const run = this.session.forInitialize();
    if (!run.isFinished) this.show(({ notes }) => notes.hide('ended'));
    return run;
  }

  /** Content that closes its window is done: the next part is offered in its place. */
  private async contentClosed(): Promise<void> {
    if (this.moving || this.leaving.isUnderWay) return;
    if (this.parts.ids.length < 2 && !this.order) return this.leave();
    this.moving = true;
    this.wanted = '';
    const { frame, notice, notes } = await this.furniture;
    await frame.empty();
    this.session.close();
    const words = await this.ended();
    this.moving = false;
    if (this.leaving.isUnderWay) return;
    if (this.wanted) return this.open(this.wanted);
    notes.hide('ended');
    notice.show(words);
  }

  /** What is said when the open part has ended. */
  protected async ended(): Promise<NoticeWords> {
    const { sco } = this.session;
    const status = await this.session.judgedStatus();
    const [again, leave] = [() => void this.open(sco), () => void this.leave()];
    const title = this.parts.title(sco);
    if (this.order) return orderedPartEnded({ title, status }, this.order.next(), leave);
    if (this.parts.ids.length < 2) return moduleDone(this.state.course.title, status, again, leave);
    const following = this.parts.following(sco);
    const id = following ?? this.parts.left(sco);
    const next = id && { title: this.parts.title(id), isLeft: !following, go: () => void this.open(id) };
    return partEnded({ title, status }, next || undefined, again, leave, this.parts.someWait());
  }

  private showWaiting(): void {
    this.show(({ contents }) => this.parts.showWaiting(contents, this.session.sco));
  }

  /** A preview asks first. */
  protected leave(): Promise<void> {
    return this.leaving.leave();
  }

  private saved(reply: Extract<Reply, { kind: 'saved' }>): void {
    if (reply.leftOut) this.tellings.leftOut();
    this.show(({ save }) => save.saved(reply.recordedAt));
    this.along.saved();
    this.leaving.saved();
  }

  protected show(change: (furniture: Furniture) => void): void {
    void this.furniture.then(change);
  }
}

export function startPlayer(state: LaunchState, dialect: Dialect, makeEngine: MakeEngine): Player {
  return new Player(state, dialect, makeEngine);
}
