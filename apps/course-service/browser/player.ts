import { beginWithEarlierWork } from './earlier-work';
import type { LaunchState, ScoStatus } from './launch-state';
import { playable, statusMark } from './page/contents';
import { furnish, type Furniture } from './page/furniture';
import { listenToPage } from './page/page-life';
import { destination } from './page/part-status';
import { notSavedYet, notTaken, openedElsewhere, partEnded, sessionEnded } from './page/words';
import type { Dialect } from './run-time/dialect';
import type { MakeEngine } from './run-time/engine';
import { expose } from './run-time/expose';
import { Session } from './session';
import type { Reply } from './transport/send';

/** Content may initialize again right after Finish (one page after the other): then it has not ended. */
const REALLY_FINISHED_MS = 500;
const LEAVE_PATIENCE_MS = 5000;

/** The player page. Made while the head is read, so that the run-time is there before the content is. */
export class Player {
  protected readonly session: Session;
  protected readonly parts: string[];
  protected readonly titles = new Map<string, string>();
  /** Of the parts, as far as is known here. */
  private readonly statuses: Map<string, ScoStatus>;
  protected readonly furniture: Promise<Furniture>;
  private moving = false;
  /** The part that was chosen last. */
  private wanted = '';
  private leaving = false;
  /** Set from wanting to leave until everything is saved; when it fires, the member is told. */
  private waitingToLeave: ReturnType<typeof setTimeout> | undefined;
  private readonly isUnloading: () => boolean;

  constructor(
    protected readonly state: LaunchState,
    protected readonly dialect: Dialect,
    makeEngine: MakeEngine,
    exposed = expose,
  ) {
    this.parts = playable(state.toc);
    this.statuses = new Map(Object.entries(state.scos).map(([id, { status }]) => [id, status]));
    const name = (items: LaunchState['toc']): void =>
      items.forEach((item) => {
        this.titles.set(item.id, item.title);
        name(item.children);
      });
    name(state.toc);
    this.furniture = furnish(state, {
      open: (sco) => void this.open(sco),
      leave: () => void this.leave(),
      mayLeave: () => this.leaving,
    });
    this.session = new Session(state, dialect, makeEngine, {
      saving: () => this.show(({ save }) => save.saving()),
      saved: (reply) => this.saved(reply),
      failed: () => this.show(({ save }) => save.failed()),
      refused: () => void this.refused(),
      superseded: () => void this.stop(openedElsewhere(state.siteReturnUrl)),
      ended: () => {
        this.show(({ save }) => save.ended());
        void this.stop(sessionEnded(state.siteReturnUrl));
      },
      finished: (navigation) => this.contentFinished(navigation),
      changed: (sco, status) => {
        this.statuses.set(sco, status);
        this.show(({ contents }) => contents?.mark(sco, status));
      },
    });
    exposed(window, dialect, (call) => (call ? this.session.forInitialize() : this.session.current()));
    this.isUnloading = listenToPage({
      visible: (visible) => this.session.pageIsVisible(visible),
      leaving: (leaving) => this.session.pageIsLeaving(leaving),
      networkIsBack: () => this.session.outbox.networkIsBack(),
    });
    void beginWithEarlierWork(this.session, this.furniture, {
      play: () => this.play(),
      playing: () => this.startAsset(),
      tellOfRefusal: (goOn) => this.tellOfRefusal(goOn, goOn),
    });
  }

  /** Loads the open SCO into the frame. */
  protected play(): void {
    this.show(({ frame, notice, current }) => {
      notice.hide();
      const { sco } = this.session;
      current(sco, this.titles.get(sco) ?? '', this.parts);
      frame.open(this.state.scos[sco]!.href, this.titles.get(sco) ?? this.state.course.title);
      this.startAsset();
    });
  }

  private startAsset(): void {
    if (this.state.scos[this.session.sco]?.scormType === 'asset') this.session.completeAsset();
  }

  protected async open(sco: string): Promise<void> {
    if (this.leaving || !this.state.scos[sco]) return;
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

  private contentFinished(navigation: string): void {
    if (this.moving || this.leaving || this.state.scos[this.session.sco]?.scormType === 'asset') return;
    setTimeout(() => {
      if (this.isUnloading() || this.moving || this.leaving || !this.session.current().isFinished) return;
      const to = destination(navigation, this.parts, this.session.sco);
      if (to === 'leave' || (to === undefined && this.parts.length < 2)) void this.leave();
      else if (to) void this.open(to.open);
      else void this.offerNext();
    }, REALLY_FINISHED_MS);
  }

  protected async offerNext(): Promise<void> {
    const { notice } = await this.furniture;
    const { sco } = this.session;
    const status = await this.session.judgedStatus();
    // The member may have chosen another part meanwhile, or the content gone on.
    if (this.moving || this.leaving || this.session.sco !== sco || !this.session.current().isFinished) return;
    const following = this.parts[this.parts.indexOf(sco) + 1];
    const id = following ?? this.parts.find((other) => other !== sco && !this.isDone(other));
    const next = id && { title: this.titles.get(id) ?? '', isLeft: !following, go: () => void this.open(id) };
    const part = { title: this.titles.get(sco) ?? '', status };
    const again = () => void this.open(sco);
    notice.show(partEnded(part, next || undefined, again, () => void this.leave()));
  }

  private isDone(sco: string): boolean {
    const status = this.statuses.get(sco);
    return status !== undefined && statusMark(status) === 'done';
  }

  /** Leaves when the server has everything, and says so when it has not. */
  protected async leave(): Promise<void> {
    if (this.leaving) return;
    this.leaving = true;
    const { frame, notice } = await this.furniture;
    await frame.empty();
    this.session.close();
    if (this.session.outbox.isEmpty) return this.goTo(this.state.finishedUrl);
    this.waitingToLeave = setTimeout(() => {
      const stay = () => {
        this.leaving = false;
        this.waitingToLeave = undefined;
        void this.open(this.session.sco);
      };
      notice.show(notSavedYet(() => this.goTo(this.state.siteReturnUrl), stay));
    }, LEAVE_PATIENCE_MS);
  }

  protected goTo(address: string): void {
    this.leaving = true;
    location.replace(address);
  }

  private saved(reply: Extract<Reply, { kind: 'saved' }>): void {
    this.show(({ save }) => save.saved(reply.recordedAt));
    if (this.waitingToLeave) this.goTo(this.state.finishedUrl);
  }

  private async refused(): Promise<void> {
    const { save, notice } = await this.furniture;
    save.kept();
    if (this.waitingToLeave) {
      // The rest may still be on its way.
      if (!this.session.outbox.isEmpty) return;
      clearTimeout(this.waitingToLeave);
      return this.tellOfRefusal(() => this.goTo(this.state.finishedUrl));
    }
    const before = notice.words;
    this.tellOfRefusal(
      () => {},
      () => (before ? notice.show(before) : notice.hide()),
    );
  }

  /**
   * Says once that something is kept here that the server will not take.
   * @param told what happens when it was said before
   * @param carryOn what happens when the member wants to; without it there is nothing left to carry on with
   */
  private tellOfRefusal(told: () => void, carryOn?: () => void): void {
    if (!this.session.tellOfRefusal()) return told();
    const leave = () => (this.leaving ? this.goTo(this.state.finishedUrl) : void this.leave());
    this.show(({ notice }) => notice.show(notTaken(new Date(), leave, carryOn)));
  }

  private async stop(words: Parameters<Furniture['notice']['show']>[0]): Promise<void> {
    if (this.leaving) return;
    this.leaving = true;
    const { frame, notice } = await this.furniture;
    await frame.empty();
    notice.show(words);
  }

  protected show(change: (furniture: Furniture) => void): void {
    void this.furniture.then(change);
  }
}

export function startPlayer(state: LaunchState, dialect: Dialect, makeEngine: MakeEngine): Player {
  return new Player(state, dialect, makeEngine);
}
