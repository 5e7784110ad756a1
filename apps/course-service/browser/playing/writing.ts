import { keyOf, type Place } from '../journal/entry';
import { Journal, type Unsent } from '../journal/journal';
import { Numbers, takePage } from '../journal/numbers';
import { bytesFromBase64, Seal } from '../journal/seal';
import { localStorageOrNone, Spill } from '../journal/spill';
import type { LaunchState } from '../launch/launch-state';
import type { Run } from '../run-time/run';
import type { ShownTime } from '../run-time/shown-time';
import { Outbox, type OutboxEvents } from '../transport/outbox';
import { Recorder } from '../transport/recorder';
import { replay, type Replayed } from '../transport/replay';
import { type Post, postTo } from '../transport/send';
import type { Sequencer } from './sequencer';

export interface WritingEvents extends OutboxEvents {
  /** After every writing: whether this device has it. */
  kept(isKept: boolean): void;
}

/** Where the data of one page goes: first into the journal on this device, then to the server. */
export class Writing {
  readonly numbers: Numbers;
  readonly outbox: Outbox;
  readonly recorder: Recorder;
  private readonly journal: Journal;
  private readonly post: Post;
  private readonly ownRuns = new Set<string>();

  /** @param steps of a module whose parts have an order: they are told with every snapshot until the server has them */
  constructor(
    private readonly launch: string,
    journalKey: LaunchState['journalKey'],
    address: string,
    events: WritingEvents,
    steps: Sequencer | undefined,
  ) {
    const storage = localStorageOrNone();
    this.journal = new Journal(new Seal(bytesFromBase64(journalKey)), new Spill(storage));
    this.numbers = new Numbers((further) => takePage(storage, launch, Date.now(), { further }));
    this.journal.onKept = (isKept) => events.kept(isKept);
    this.post = postTo(`${address}/commits`);
    this.outbox = new Outbox(this.journal, this.post, () => this.numbers.seqOfAnotherBlock(), {
      ...events,
      taken: ({ moves }) => moves && steps?.acknowledged(moves),
    });
    this.recorder = new Recorder(this.outbox, this.numbers, steps);
  }

  /** From now on it is this run that is written. */
  begin(place: Place, run: Run, shown: ShownTime): void {
    this.ownRuns.add(keyOf(place));
    this.recorder.begin(place, run, shown);
  }

  /** Whether this browser keeps anything on this device. */
  keepsAnything(): Promise<boolean> {
    return this.journal.keepsAnything();
  }

  /** What earlier pages of this attempt could not deliver. */
  async unsentBefore(): Promise<Unsent[]> {
    return (await this.journal.unsent()).filter(({ place }) => !this.ownRuns.has(keyOf(place)));
  }

  replay(unsent: Unsent[]): Promise<Replayed> {
    return replay(this.journal, this.launch, this.post, unsent);
  }

  /** Whether the member has still to be told that something was refused. */
  tellOfRefusal(): boolean {
    return this.journal.tellOnce();
  }

  pageIsLeaving(leaving: boolean): void {
    this.journal.pageIsLeaving(leaving);
    this.recorder.hurry(leaving);
    if (leaving) this.journal.pageIsLeaving(true);
  }
}
