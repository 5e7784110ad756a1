import { lockOwnWindow } from './page/lock';
import { startOrSay } from './page/cannot-play';
import { startPlayer } from './player';
import { SCORM_2004 } from './run-time/dialect';
import { makeEngine2004 } from './run-time/engine-2004';
import { readState } from './state-element';

lockOwnWindow();
startOrSay(() => startPlayer(readState(), SCORM_2004, makeEngine2004));
