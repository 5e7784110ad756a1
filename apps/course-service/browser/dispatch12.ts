import { startDispatched } from './dispatch/start-dispatched';
import { startOrSay } from './page/cannot-play';
import { lockOwnWindow } from './page/lock';
import { SCORM_12 } from './run-time/dialect';
import { makeEngine12 } from './run-time/engine-12';

lockOwnWindow();
startOrSay(() => startDispatched(SCORM_12, makeEngine12));
