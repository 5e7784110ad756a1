import { startOrSay } from './page/cannot-play';
import { showCouncilWords } from './launch/council-words';
import { lockOwnWindow } from './page/lock';
import { SCORM_2004 } from './run-time/dialect';
import { makeEngine2004 } from './run-time/engine-2004';
import { startTaster } from './taster/start-taster';

lockOwnWindow();
showCouncilWords(window);
startOrSay(() => startTaster(SCORM_2004, makeEngine2004));
