import type { Available, Navigated, NavigationRequest, SequencingState, WhyClosed } from '@induct/scorm';
import type { Move } from '../journal/entry';
import type { SequencingStart } from '../launch/launch-state';
import type { Said, Sequencer } from './sequencer';

/** What a step needs of the page: the part that is open, and how another comes in its place. */
export interface OpenPart {
  /** What it has said so far; undefined: none is open. */
  said(): Said | undefined;
  /** What it did is kept: it is about to be closed. */
  keep(): void;
  /** What it did is sent, with the step beside it. */
  tell(): void;
  /** Opens another in its place. @param run the number of its run, which the step has told */
  open(activity: string, run: number): void;
  /** Opens none in its place. */
  openNone(): void;
  /** The number of the run that comes next. */
  nextRun(): number;
}

/** Steps through a module whose parts have an order: each closes the open part, and opens what the rules deliver. */
export class Steps {
  constructor(
    readonly sequencer: Sequencer,
    private readonly part: OpenPart,
  ) {}

  /** The first step of a page. */
  begin(): void {
    this.follow(this.numbered(this.sequencer.begin()));
  }

  /** As `begin`, with what the server knows by now. */
  beginAnew(start: SequencingStart): void {
    this.sequencer.startFrom(start);
    this.begin();
  }

  /** A step. What the open part did goes with it. */
  move(request: NavigationRequest): Navigated {
    this.part.keep();
    const move = this.numbered(this.sequencer.ask(request, this.part.said()));
    this.part.tell();
    return this.follow(move);
  }

  /** What may be asked now. */
  available(): Available {
    return this.sequencer.available(this.part.said());
  }

  /** Of a part that is closed, what there is to do about it. */
  closed(): (activity: string) => WhyClosed | undefined {
    return this.sequencer.closed(this.part.said());
  }

  /** For those who look into the module: how every part stands, and what the last step led to. */
  standing(): { state: SequencingState; went: Navigated } {
    return { state: this.sequencer.stands(this.part.said()), went: this.sequencer.went! };
  }

  /** What would become of a step: nothing changes. */
  tryOut(request: NavigationRequest): Navigated {
    return this.sequencer.tryOut(request, this.part.said());
  }

  /** The step says which run it opens. */
  private numbered(move: Move): Move {
    const activity = this.sequencer.went!.delivered;
    if (activity !== undefined) move.opened = { activity, run: this.part.nextRun() };
    return move;
  }

  /** Opens what a step has led to. */
  private follow({ opened }: Move): Navigated {
    if (opened) this.part.open(opened.activity, opened.run);
    else if (this.sequencer.open === undefined) this.part.openNone();
    return this.sequencer.went!;
  }
}
