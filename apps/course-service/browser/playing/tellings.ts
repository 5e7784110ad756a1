import type { Furniture } from '../page/furniture';
import { leftOut, nothingIsKept, notTaken } from '../page/words';

/** What members are told about what is kept, each once. */
export class Tellings {
  /** Whether this device keeps what the server does not have. */
  deviceKeeps = true;
  private saidLeftOut = false;

  constructor(private readonly furniture: Promise<Furniture>) {}

  /** Said once; the bar says all the time what it means. */
  device(keeps: boolean): void {
    if (keeps === this.deviceKeeps) return;
    this.deviceKeeps = keeps;
    this.show(({ save, notes }) => {
      save.deviceKeeps(keeps);
      if (keeps) notes.hide('device');
      else
        notes.show(
          'device',
          nothingIsKept(() => notes.hide('device')),
        );
    });
  }

  /** Some earlier answers were more than is kept. */
  leftOut(): void {
    if (this.saidLeftOut) return;
    this.saidLeftOut = true;
    this.show(({ notes }) =>
      notes.show(
        'leftOut',
        leftOut(() => notes.hide('leftOut')),
      ),
    );
  }

  /**
   * Something is kept here that the server will not take.
   * @param carryOn what happens when the member wants to; without it there is nothing left to carry on with
   */
  refusal(leave: () => void, carryOn?: () => void): void {
    this.show(({ notice }) => notice.show(notTaken(new Date(), leave, this.deviceKeeps, carryOn)));
  }

  private show(change: (furniture: Furniture) => void): void {
    void this.furniture.then(change);
  }
}
