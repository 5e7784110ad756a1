import { lockOwnWindow } from './page/lock';
import { startOrSay } from './page/cannot-play';
import { startPlayer } from './player';
import { SCORM_12 } from './run-time/dialect';
import { makeEngine12 } from './run-time/engine-12';
import { readState } from './state-element';

lockOwnWindow();
startOrSay(() => startPlayer(readState(), SCORM_12, makeEngine12));
