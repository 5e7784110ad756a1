import { DispatchPlayer } from './dispatch/dispatch-player';
import { readDispatchState } from './dispatch/dispatch-state';
import { startOrSay } from './page/cannot-play';
import { lockOwnWindow } from './page/lock';
import { SCORM_12 } from './run-time/dialect';
import { makeEngine12 } from './run-time/engine-12';

lockOwnWindow();
startOrSay(() => new DispatchPlayer(readDispatchState(), SCORM_12, makeEngine12));
