import type { PlannedSession } from '@induct/events';
import { figure } from '../../words/counted';
import type { Cell } from '../../lists/list';
import { SMALLEST_CELL } from '../progress/small-cells';
import { sum } from './session.words';

type Pools = Pick<PlannedSession, 'pools'>;

export interface Filled {
  /** Undefined: too few for whoever asks to be told. */
  taken: number | undefined;
  places: number;
}

/** Of all its pools together; undefined when there is no limit. @param isOfficer others are not told of fewer than five people */
export function filled({ pools }: Pools, isOfficer: boolean): Filled | undefined {
  if (pools.length === 0) return undefined;
  const taken = sum(pools.map((pool) => pool.taken));
  return {
    taken: isOfficer || taken >= SMALLEST_CELL ? taken : undefined,
    places: sum(pools.map((pool) => pool.places)),
  };
}

/** `12 of 20 taken`, with its bar. */
export function filledCell(session: Pools, isOfficer: boolean): string | Cell {
  const all = filled(session, isOfficer);
  if (!all) return 'No limit';
  if (all.taken === undefined) return `Fewer than ${SMALLEST_CELL} of ${figure(all.places)} taken`;
  return { text: `${figure(all.taken)} of ${figure(all.places)} taken`, bar: Math.min(1, all.taken / all.places) };
}

/** Every place of it is taken, and those are so many that it may be said to anybody. */
export function isFull(session: Pools): boolean {
  const all = filled(session, false);
  return all?.taken !== undefined && all.taken >= all.places;
}

/** Of what takes place: `31 of 80 taken`; undefined when nothing of it has a limit. */
export function filledTogether(sessions: readonly PlannedSession[]): string | undefined {
  const counted = sessions.flatMap((session) =>
    session.state === 'confirmed' || session.state === 'delivered' ? (filled(session, true) ?? []) : [],
  );
  if (counted.length === 0) return undefined;
  return `${figure(sum(counted.map(({ taken = 0 }) => taken)))} of ${figure(sum(counted.map(({ places }) => places)))} taken`;
}
