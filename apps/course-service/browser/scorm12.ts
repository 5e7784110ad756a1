import { showCouncilWords } from './launch/council-words';
import { lockOwnWindow } from './page/lock';
import { startOrSay } from './page/cannot-play';
import { startPlayer } from './playing/player';
import { SCORM_12 } from './run-time/dialect';
import { makeEngine12 } from './run-time/engine-12';
import { readState } from './launch/state-element';

lockOwnWindow();
showCouncilWords(window);
startOrSay(() => startPlayer(readState(), SCORM_12, makeEngine12));
