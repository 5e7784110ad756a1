import { showCouncilWords } from './launch/council-words';
import { lockOwnWindow } from './page/lock';
import { startOrSay } from './page/cannot-play';
import { startPreview } from './preview/preview-player';
import { readPreviewState } from './preview/preview-state';
import { scorm2004 } from './run-time/dialect';
import { makeEngine2004 } from './run-time/engine-2004';

lockOwnWindow();
showCouncilWords(window);
startOrSay(() => {
  const state = readPreviewState();
  startPreview(state, scorm2004(state.edition), makeEngine2004);
});
