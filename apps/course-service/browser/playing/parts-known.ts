import type { Cmi, LaunchState, ScoStatus } from '../launch/launch-state';
import type { Dialect } from '../run-time/dialect';
import { type Left, resumed } from '../run-time/resume';
import type { Sequencer } from './sequencer';
import { startOf } from './start-of';

/** What is known of every part: what the server says of it, and how this page has left it. */
export class PartsKnown {
  private readonly left = new Map<string, Left>();

  constructor(
    readonly state: LaunchState,
    private readonly dialect: Dialect,
    private readonly address: string,
    /** The server says how a part stands. */
    private readonly changed: (sco: string, status: ScoStatus) => void,
  ) {}

  /** A part is closed. */
  leaves(sco: string, left: Left): void {
    this.left.set(sco, left);
  }

  /** This page has left the part, and the server has not been asked since. */
  hasLeft(sco: string): boolean {
    return this.left.has(sco);
  }

  /** What a part begins with, as the server says. */
  initial(sco: string): Cmi {
    return this.state.scos[sco]?.initialCmi ?? {};
  }

  /** What a part begins with that this page has left. */
  again(sco: string, left = this.left.get(sco)!): Cmi {
    return resumed(this.dialect, this.initial(sco), left, this.state.scos[sco]?.freshCmi);
  }

  /** What a part begins with that the rules have opened: of an attempt of it that goes on, or of a new one. */
  delivered(sco: string, sequencer: Sequencer): Cmi {
    const left = this.left.get(sco);
    const known = left ? this.again(sco, { ...left, finished: false }) : this.initial(sco);
    return startOf(this.state, sequencer.activity(sco)!, sequencer.runTimeOf(sco), known);
  }

  /** Asks the server for the state as it is now; false when it cannot be reached. */
  async refresh(patienceMs = 3000): Promise<boolean> {
    try {
      const response = await fetch(`${this.address}/state`, {
        credentials: 'omit',
        cache: 'no-store',
        signal: AbortSignal.timeout(patienceMs),
      });
      if (!response.ok) return false;
      const fresh = (await response.json()) as LaunchState;
      if (fresh.sequencing) this.state.sequencing = fresh.sequencing;
      for (const [id, { initialCmi, freshCmi, status }] of Object.entries(fresh.scos)) {
        if (!this.state.scos[id]) continue;
        Object.assign(this.state.scos[id], { initialCmi, freshCmi, status });
        this.changed(id, status);
      }
      this.left.clear();
      return true;
    } catch {
      return false;
    }
  }
}
