import type { ActivityReport, NavigationRequest } from '@induct/scorm';
import type { Cmi } from '../launch/launch-state';

/** One full snapshot of one run, as it is sent. */
export interface CommitBody {
  /** Rises within the launch; a number is never used for two different snapshots. */
  seq: number;
  sco: string;
  run: number;
  final: boolean;
  cmi: Cmi;
  /** Milliseconds this run was in front of the member. */
  shownMs: number;
  /** Content has ended its attempt: when it is opened again, it begins anew. */
  over?: true;
  /** Shared data that this run has written, by the id of the store. */
  data?: Record<string, string>;
  /** Of a module whose parts have an order: the steps of this page that the server has not acknowledged. */
  moves?: Move[];
  /** Of such a module: when it was made, in milliseconds since 1970 by this browser's clock. */
  at?: number;
}

/** One step through the parts of a module; libs/progress tells it again. */
export interface Move {
  /** Rises within the launch. */
  number: number;
  /** Milliseconds since 1970, by this browser's clock. */
  at: number;
  request: NavigationRequest;
  /** The run that was open when it was asked, and what it had reported. */
  run?: number;
  report?: ActivityReport;
  /** What was opened, and as which run. */
  opened?: { activity: string; run: number };
}

/** A run's snapshots replace each other, so a run has one place in the journal. */
export interface Place {
  launch: string;
  sco: string;
  run: number;
}

export const keyOf = (place: Place): string => JSON.stringify([place.launch, place.sco, place.run]);

export function placeOf(key: string): Place | undefined {
  try {
    const parts: unknown = JSON.parse(key);
    if (!Array.isArray(parts)) return undefined;
    const [launch, sco, run] = parts as unknown[];
    if (typeof launch !== 'string' || typeof sco !== 'string' || typeof run !== 'number') return undefined;
    return { launch, sco, run };
  } catch {
    return undefined;
  }
}
