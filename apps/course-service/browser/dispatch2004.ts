import { DispatchPlayer } from './dispatch/dispatch-player';
import { readDispatchState } from './dispatch/dispatch-state';
import { startOrSay } from './page/cannot-play';
import { lockOwnWindow } from './page/lock';
import { SCORM_2004 } from './run-time/dialect';
import { makeEngine2004 } from './run-time/engine-2004';

lockOwnWindow();
startOrSay(() => new DispatchPlayer(readDispatchState(), SCORM_2004, makeEngine2004));
