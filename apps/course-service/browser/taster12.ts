import { startOrSay } from './page/cannot-play';
import { showCouncilWords } from './launch/council-words';
import { lockOwnWindow } from './page/lock';
import { SCORM_12 } from './run-time/dialect';
import { makeEngine12 } from './run-time/engine-12';
import { startTaster } from './taster/start-taster';

lockOwnWindow();
showCouncilWords(window);
startOrSay(() => startTaster(SCORM_12, makeEngine12));
