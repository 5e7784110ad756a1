import { startDispatched } from './dispatch/start-dispatched';
import { startOrSay } from './page/cannot-play';
import { lockOwnWindow } from './page/lock';
import { SCORM_2004 } from './run-time/dialect';
import { makeEngine2004 } from './run-time/engine-2004';

lockOwnWindow();
startOrSay(() => startDispatched(SCORM_2004, makeEngine2004));
