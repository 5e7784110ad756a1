import { type EarlierTry, earlierTry, takeItAlong } from '../kept/earlier-tries';
import { Places } from '../kept/places';
import type { LaunchState } from '../launch/launch-state';
import type { Furniture } from '../page/furniture';
import type { Session } from './session';

/** What taking along needs of the player. */
export interface Around {
  readonly session: Session;
  readonly state: LaunchState;
  readonly parts: readonly string[];
  readonly furniture: Promise<Furniture>;
  readonly waits: (sco: string) => boolean;
  /** Loads the open part into the frame. */
  readonly play: () => void;
}

/** What somebody did of the module in this browser before they signed in: taken along when they want it. */
export class TakingAlong {
  /** What is said of parts meanwhile ends nothing. */
  isUnderWay = false;
  /** Was taken along, and is not known to be saved yet. */
  private isUnsaved = false;

  constructor(private readonly around: Around) {}

  /** Asks where there is something, and plays. */
  async offer(): Promise<void> {
    const { state, parts, furniture, play } = this.around;
    const earlier = earlierTry(state, parts);
    if (!earlier) return play();
    const { notice } = await furniture;
    notice.show(takeItAlong(earlier, () => void this.take(earlier), play));
  }

  /** The server has what was sent up to now. It is the member's then: whoever uses this browser next is not asked whether it was theirs. */
  saved(): void {
    const { session, state } = this.around;
    if (!this.isUnsaved || !session.writing.outbox.isEmpty) return;
    this.isUnsaved = false;
    if (state.versionId) new Places().forget(state.versionId);
  }

  private async take({ places }: EarlierTry): Promise<void> {
    const { session, waits, play } = this.around;
    const { sco } = session;
    this.isUnderWay = true;
    for (const place of places) await session.takeAlong(place);
    this.isUnsaved = true;
    // The first that was begun: as one comes back to it.
    await session.open(places.find((place) => !waits(place.sco))?.sco ?? sco);
    this.isUnderWay = false;
    play();
  }
}
