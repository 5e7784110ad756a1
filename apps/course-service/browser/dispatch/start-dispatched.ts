import type { Dialect } from '../run-time/dialect';
import type { MakeEngine } from '../run-time/engine';
import { DispatchPlayer } from './dispatch-player';
import { readDispatchState } from './dispatch-state';
import { inAPartnersSystem } from './in-a-partners-system';

export function startDispatched(dialect: Dialect, makeEngine: MakeEngine): DispatchPlayer {
  const state = readDispatchState();
  return new DispatchPlayer(state, dialect, makeEngine, inAPartnersSystem(state));
}
