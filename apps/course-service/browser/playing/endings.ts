import type { Furniture } from '../page/furniture';
import { stillHere } from '../page/ending-words';
import type { NoticeWords } from '../page/notice';
import { destination } from '../page/part-status';
import type { Session } from './session';

/** Content may initialize again right after Finish (one page after the other): then it has not ended. */
const REALLY_FINISHED_MS = 500;

/** What endings need of the player. */
export interface Around {
  readonly session: Session;
  readonly parts: string[];
  readonly furniture: Promise<Furniture>;
  /** Another part is being opened, or the module left. */
  isOnTheMove(): boolean;
  isUnloading(): boolean;
  open(sco: string): void;
  leave(): void;
  /** Of a module whose parts have an order. @returns whether content has asked for a step */
  follow(navigation: string): boolean | undefined;
  /** What is said when the open part has ended. */
  words(): Promise<NoticeWords>;
}

/** What follows when content says Finish: nobody is taken away from what they are reading. */
export class Endings {
  /** Content finished as if it were leaving, and its page is still there. */
  private hasStayed = false;
  /** The page, when it has been read. */
  private ready: Furniture | undefined;

  constructor(private readonly around: Around) {
    void around.furniture.then((ready) => (this.ready = ready));
  }

  /** A part is loaded: what was before is over. */
  partOpens(): void {
    this.hasStayed = false;
  }

  /** Content that has stayed goes on with its first call, in a run that begins where the finished one stopped. */
  contentCalls(call?: 'initialize'): void {
    const { session } = this.around;
    const goesOn = this.hasStayed && session.current().isFinished;
    if (goesOn) session.goOn();
    if (goesOn || call) this.hasStayed = false;
  }

  contentFinished(navigation: string): void {
    const { around, ready } = this;
    if (around.isOnTheMove()) return;
    const page = ready?.frame.document;
    const wasLeaving = ready?.frame.isBeingLeft ?? false;
    setTimeout(() => {
      if (around.isUnloading() || this.hasGoneOn()) return;
      if (wasLeaving && page && ready?.frame.document === page) return void this.contentStayed();
      if (!wasLeaving && around.follow(navigation)) return;
      const to = wasLeaving ? undefined : destination(navigation, around.parts, around.session.sco);
      if (to === 'leave') around.leave();
      else if (to) around.open(to.open);
      else void this.offerNext();
    }, REALLY_FINISHED_MS);
  }

  /** The member chose something else, or the content began again. */
  private hasGoneOn(): boolean {
    return this.around.isOnTheMove() || !this.around.session.current().isFinished;
  }

  /** A link to a letter or a file looks to content like being left. */
  private async contentStayed(): Promise<void> {
    this.hasStayed = true;
    const { around } = this;
    const { notes } = await around.furniture;
    const again = () => around.open(around.session.sco);
    const leave = () => around.leave();
    const understood = () => notes.hide('ended');
    notes.show('ended', stillHere(again, leave, understood));
  }

  /** Beside the content, which stays: its last page is often the result. */
  private async offerNext(): Promise<void> {
    const { notes, notice } = await this.around.furniture;
    const { sco } = this.around.session;
    const words = await this.around.words();
    if (this.hasGoneOn() || this.around.session.sco !== sco || notice.words) return;
    notes.show('ended', words);
  }
}
