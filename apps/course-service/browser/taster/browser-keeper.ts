import type { Keeper, KeeperEvents } from '../dispatch/keeper';
import type { Known, Report } from '../kept/report';
import { NOBODY } from '../kept/nobody';
import type { Places } from '../kept/places';
import type { TasterState } from './taster-state';

/** The browser keeps the place of whoever tries a module without an account, and nobody else hears of it. */
export class BrowserKeeper implements Keeper {
  constructor(
    private readonly state: Pick<TasterState, 'versionId' | 'backUrl'>,
    private readonly places: Places,
    private readonly events: KeeperEvents,
    private readonly now: () => Date = () => new Date(),
  ) {
    // Whoever makes it has to have it first.
    setTimeout(() => events.start(this.known()));
  }

  tell(report: Report): void {
    const isKept = this.places.keep(this.state.versionId, { at: this.now().toISOString(), report });
    // Whoever tells may be about to leave, and goes when this is known.
    setTimeout(() => (isKept ? this.events.kept(true) : this.events.lost()));
  }

  leave(): void {
    location.replace(this.state.backUrl);
  }

  private known(): Known {
    const report = this.places.find(this.state.versionId)?.report;
    return report ? { ...NOBODY, ...report, isFirst: false } : NOBODY;
  }
}
