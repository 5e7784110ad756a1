import { DispatchPlayer } from '../dispatch/dispatch-player';
import type { Surroundings } from '../dispatch/keeper';
import type { Dialect } from '../run-time/dialect';
import type { MakeEngine } from '../run-time/engine';
import { BrowserKeeper } from './browser-keeper';
import { Places } from '../kept/places';
import { readTasterState } from './taster-state';
import { keepsNothing, placeIsLost } from './taster-words';

/** A module that is tried without an account: the server is told nothing. */
export function startTaster(dialect: Dialect, makeEngine: MakeEngine): DispatchPlayer {
  const state = readTasterState();
  const places = new Places();
  const around: Surroundings = {
    keeper: (events) => new BrowserKeeper(state, places, events),
    lost: keepsNothing,
    notTold: placeIsLost,
    patience: 100,
    leavesByItself: true,
  };
  return new DispatchPlayer(state, dialect, makeEngine, around);
}
