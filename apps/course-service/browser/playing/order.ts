import type { Available, Navigated, NavigationRequest } from '@induct/scorm';
import type { Furniture } from '../page/furniture';
import type { Asked } from '../launch/asked';
import { finishAttempt, leadsNowhere, nothingOpen, ofPart, type Onward } from '../page/order-words';
import { isNotShown, reasonInWords, toOpenIt, whyNotOn } from '../page/reasons';
import type { Session } from './session';

/** What an order needs of the player. */
export interface Around {
  readonly session: Session;
  readonly furniture: Promise<Furniture>;
  isOnTheMove(): boolean;
  /** Of a part. */
  title(id: string): string;
  /** The content is being exchanged: true until `play`. */
  moving(isMoving: boolean): void;
  /** Loads the open part into the frame. */
  play(): void;
  /** The member leaves; unless the attempt is over, their place is kept. */
  leave(): void;
  /** What may be asked has been shown. */
  shown(now: Available): void;
  /** Somebody has asked for what leads nowhere. */
  askedInVain(request: NavigationRequest): void;
}

type Refused = NonNullable<Navigated['refused']>;

/** Content says a hundred things in one breath. */
const LOOK_AFTER_MS = 100;

const REQUESTS: Record<Asked, NavigationRequest> = {
  continue: { kind: 'continue' },
  previous: { kind: 'previous' },
  'exit-all': { kind: 'exitAll' },
  'suspend-all': { kind: 'suspendAll' },
};

/** Leads through a module whose parts have an order: what may be pressed, and what follows. */
export class Order {
  private isDue = false;
  /** The attempt was ended, or left: nothing more is asked. */
  private isOver = false;
  /** What was asked for is being carried out: the open part goes away for it. */
  isStepping = false;

  constructor(private readonly around: Around) {}

  /** What the learner has pressed. */
  press(asked: Asked): void {
    if (asked === 'exit-all') void this.confirm();
    else if (asked === 'suspend-all') this.around.leave();
    else void this.ask(REQUESTS[asked]);
  }

  choose(target: string): void {
    void this.ask({ kind: 'choice', target });
  }

  /** What content has asked for with its last words. @returns whether it asked for anything */
  follow(navigation: string): boolean {
    const request = requestOf(navigation);
    if (!request) return false;
    if (request.kind === 'suspendAll') this.around.leave();
    else void this.ask(request);
    return true;
  }

  /** Asks for a step; the content stays where it would lead nowhere. */
  async ask(request: NavigationRequest): Promise<void> {
    const { around } = this;
    if (this.isOver || around.isOnTheMove()) return;
    const why = this.whyNot(request);
    const { frame, moves, notes } = await around.furniture;
    if (around.isOnTheMove()) return;
    if (why !== undefined) {
      around.askedInVain(request);
      return this.tell(why);
    }
    around.moving(true);
    moves?.wait();
    notes.hide('order');
    this.isStepping = true;
    await frame.empty();
    const went = around.session.steps!.move(request);
    this.isStepping = false;
    if (went.ended) {
      this.isOver = true;
      around.moving(false);
      return around.leave();
    }
    if (around.session.steps!.sequencer.open === undefined) return this.openNothing(went.refused);
    around.play();
    if (went.refused) await this.tell(this.reasonOf(went.refused));
  }

  /** The page goes away, or the member leaves. */
  suspend(): void {
    if (this.isOver) return this.around.session.close();
    this.isOver = true;
    this.around.session.steps!.move({ kind: 'suspendAll' });
  }

  /** The member stays after all. */
  resume(): void {
    this.isOver = false;
    this.around.session.steps!.move({ kind: 'resumeAll' });
    this.around.play();
  }

  /** A press of Continue, when it leads somewhere, and to which part. */
  next(): Onward | undefined {
    const { around } = this;
    if (this.isOver || around.session.steps!.available().continue !== true) return undefined;
    const { delivered } = around.session.steps!.tryOut({ kind: 'continue' });
    return { to: delivered && around.title(delivered), go: () => void this.ask({ kind: 'continue' }) };
  }

  /** The page opens with no part: only a part that is closed is a reason, else the module waits to be asked. */
  openNothingAtFirst(): Promise<void> {
    const { refused } = this.around.session.steps!.standing().went;
    return this.openNothing(refused?.closed === undefined ? undefined : refused);
  }

  /** Nothing was opened. @param refused why what was asked led nowhere */
  async openNothing(refused?: Refused): Promise<void> {
    const { around } = this;
    const { contents, notice, current } = await around.furniture;
    around.moving(false);
    current('', '', []);
    const place = around.session.steps!.standing().state.current;
    const isPart = place !== undefined && around.session.steps!.sequencer.activity(place)?.href !== undefined;
    const ended = isPart ? around.title(place) : undefined;
    const isOpen = Object.values(around.session.steps!.available().choice).some((may) => may === true);
    const choose = contents && isOpen ? () => contents.lookAt() : undefined;
    const why = refused && this.reasonOf(refused);
    notice.show(nothingOpen({ why, ended, choose, goOn: this.next(), leave: () => around.leave() }));
    await this.show();
  }

  /** Something was said that may open or close a way. */
  mayHaveChanged(): void {
    if (this.isDue) return;
    this.isDue = true;
    setTimeout(() => {
      this.isDue = false;
      if (!this.isOver && !this.around.isOnTheMove()) void this.show();
    }, LOOK_AFTER_MS);
  }

  async show(): Promise<void> {
    const { moves, contents } = await this.around.furniture;
    const { session } = this.around;
    const now = session.steps!.available();
    const toOpen = this.toOpen();
    moves?.show({
      hidden: session.steps!.sequencer.hiddenButtons(),
      possible: { continue: now.continue === true, previous: now.previous === true },
    });
    contents?.choices((id) => {
      const choice = now.choice[id];
      if (choice === true || choice === undefined) return { shown: true };
      // Of the part that is open nobody asks why it cannot be opened.
      if (id === session.sco) return { shown: true, why: '' };
      return { shown: !isNotShown(choice), why: toOpen(id, choice) ?? reasonInWords(choice) };
    });
    this.around.shown(now);
  }

  /** The words for why a request leads nowhere; undefined when it leads somewhere. */
  private whyNot(request: NavigationRequest): string | undefined {
    const now = this.around.session.steps!.available();
    const isOfOne = request.kind === 'choice' || request.kind === 'jump';
    const may = isOfOne ? now[request.kind][request.target] : now[request.kind as 'continue'];
    if (may === true) return undefined;
    const code = typeof may === 'string' ? may : '';
    if (request.kind === 'continue') return this.nextIsClosed() ?? whyNotOn(code);
    return (isOfOne && this.toOpen()(request.target, code)) || reasonInWords(code);
  }

  /** Where it is known which part is closed, what there is to do about that. */
  private reasonOf({ code, closed }: Refused): string {
    return (closed !== undefined && this.ofPart(closed)) || reasonInWords(code);
  }

  /** Why the part that comes next is closed for good, or until a day: it does not open when this one is finished. */
  private nextIsClosed(): string | undefined {
    const { session } = this.around;
    const { refused } = session.steps!.tryOut({ kind: 'continue' });
    if (refused?.closed === undefined || session.steps!.closed()(refused.closed)?.kind === 'waits') return undefined;
    return this.ofPart(refused.closed);
  }

  /** What there is to do so that a part is open that nobody has named. */
  private ofPart(closed: string): string | undefined {
    const words = this.toOpen()(closed, 'DB.1.1-3');
    const title = this.around.title(closed);
    return words === undefined || title === '' ? words : ofPart(title, words);
  }

  /** What there is to do so that a part is open, by its id and the reason for which it is not. */
  private toOpen(): (id: string, code: string) => string | undefined {
    const { around } = this;
    const closed = around.session.steps!.closed();
    return (id, code) => (code === 'DB.1.1-3' ? toOpenIt(closed(id), (part) => around.title(part)) : undefined);
  }

  private async confirm(): Promise<void> {
    const { notes } = await this.around.furniture;
    const close = () => notes.hide('finish');
    const finish = () => {
      close();
      void this.ask({ kind: 'exitAll' });
    };
    notes.show('finish', finishAttempt(finish, close));
  }

  private async tell(why: string): Promise<void> {
    const { notes } = await this.around.furniture;
    notes.show(
      'order',
      leadsNowhere(why, () => notes.hide('order')),
    );
  }
}

const KINDS = ['continue', 'previous', 'exit', 'exitAll', 'abandon', 'abandonAll', 'suspendAll'] as const;

/** `continue`, or `{target=part-2}choice` (SN 5.6.4); undefined for `_none_`. */
export function requestOf(navigation: string): NavigationRequest | undefined {
  const kind = KINDS.find((known) => known === navigation);
  if (kind) return { kind };
  const [, target, way] = /^\{target=([^}]+)\}(choice|jump)$/.exec(navigation) ?? [];
  return target === undefined ? undefined : { kind: way as 'choice' | 'jump', target };
}
