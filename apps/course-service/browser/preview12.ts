import { showCouncilWords } from './launch/council-words';
import { lockOwnWindow } from './page/lock';
import { startOrSay } from './page/cannot-play';
import { startPreview } from './preview/preview-player';
import { readPreviewState } from './preview/preview-state';
import { SCORM_12 } from './run-time/dialect';
import { makeEngine12 } from './run-time/engine-12';

lockOwnWindow();
showCouncilWords(window);
startOrSay(() => startPreview(readPreviewState(), SCORM_12, makeEngine12));
