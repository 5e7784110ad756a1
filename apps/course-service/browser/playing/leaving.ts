import type { Furniture } from '../page/furniture';
import type { NoticeWords } from '../page/notice';
import { notSavedYet, onTheWayOut, openedElsewhere, sessionEnded } from '../page/words';
import type { Session } from './session';
import type { Tellings } from './tellings';

const PATIENCE_MS = 5000;
/** Most have left by then: they need not be told. */
const UNTOLD_MS = 1000;

/** What leaving needs of the player. */
export interface Around {
  readonly session: Session;
  readonly furniture: Promise<Furniture>;
  readonly tellings: Tellings;
  /** Where one comes to with everything saved, and where otherwise. */
  readonly finishedUrl: string;
  readonly siteReturnUrl: string;
  /** As when the member presses the button for it. */
  askToLeave(): void;
  /** Writes and sends what the open part did. */
  suspend(): void;
  /** Opens again what was open. */
  resume(): void;
}

/** The ways out of the module: with everything saved, with something that is not, or because somebody else has it now. */
export class Leaving {
  /** Nothing further is opened. */
  isUnderWay = false;
  /** From wanting to leave until everything is saved; when it fires, the member is told. */
  private patience: ReturnType<typeof setTimeout> | undefined;
  /** Until somebody who looks at an empty page is told why. */
  private untold: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly around: Around) {}

  /** Leaves when the server has everything, and says so when it has not. */
  async leave(): Promise<void> {
    if (this.isUnderWay) return;
    this.isUnderWay = true;
    const { session, furniture, tellings, siteReturnUrl } = this.around;
    const { frame, notice, notes } = await furniture;
    notes.hide('ended');
    await frame.empty();
    this.around.suspend();
    if (session.writing.outbox.isEmpty) return this.finish();
    this.untold = setTimeout(() => notes.show('leaving', onTheWayOut()), UNTOLD_MS);
    this.patience = setTimeout(() => {
      notes.hide('leaving');
      const anyway = () => this.goTo(siteReturnUrl);
      notice.show(notSavedYet(anyway, () => this.stay(), tellings.deviceKeeps));
    }, PATIENCE_MS);
  }

  /** The server has everything that was sent. */
  saved(): void {
    if (this.patience) this.finish();
  }

  /** The server will not take something that was sent: it is kept here. */
  async refused(): Promise<void> {
    const { session, furniture } = this.around;
    const { save, notice, notes } = await furniture;
    save.kept();
    if (this.patience) {
      // The rest may still be on its way.
      if (!session.writing.outbox.isEmpty) return;
      clearTimeout(this.patience);
      clearTimeout(this.untold);
      notes.hide('leaving');
      return this.tellOfRefusal(() => this.finish());
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
  tellOfRefusal(told: () => void, carryOn?: () => void): void {
    if (!this.around.session.writing.tellOfRefusal()) return told();
    this.around.tellings.refusal(() => (this.isUnderWay ? this.finish() : this.around.askToLeave()), carryOn);
  }

  /** The module is open in another window, which goes on. */
  openedElsewhere(): Promise<void> {
    return this.stop(openedElsewhere(this.around.siteReturnUrl));
  }

  /** Nothing is taken from this page any more. */
  async ended(): Promise<void> {
    const { siteReturnUrl, tellings } = this.around;
    return this.stop(sessionEnded(siteReturnUrl, tellings.deviceKeeps));
  }

  private async stop(words: NoticeWords): Promise<void> {
    if (this.isUnderWay) return;
    this.isUnderWay = true;
    const { frame, notice } = await this.around.furniture;
    await frame.empty();
    notice.show(words);
  }

  private stay(): void {
    this.isUnderWay = false;
    this.patience = undefined;
    this.around.resume();
  }

  private finish(): void {
    this.goTo(this.around.finishedUrl);
  }

  private goTo(address: string): void {
    this.isUnderWay = true;
    location.replace(address);
  }
}
