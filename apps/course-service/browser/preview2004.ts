import { lockOwnWindow } from './page/lock';
import { startOrSay } from './page/cannot-play';
import { startPreview } from './preview/preview-player';
import { readPreviewState } from './preview/preview-state';
import { SCORM_2004 } from './run-time/dialect';
import { makeEngine2004 } from './run-time/engine-2004';

lockOwnWindow();
startOrSay(() => startPreview(readPreviewState(), SCORM_2004, makeEngine2004));
