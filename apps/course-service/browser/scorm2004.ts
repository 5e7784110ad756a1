import { showCouncilWords } from './launch/council-words';
import { lockOwnWindow } from './page/lock';
import { startOrSay } from './page/cannot-play';
import { startPlayer } from './playing/player';
import { scorm2004 } from './run-time/dialect';
import { makeEngine2004 } from './run-time/engine-2004';
import { readState } from './launch/state-element';

lockOwnWindow();
showCouncilWords(window);
startOrSay(() => {
  const state = readState();
  startPlayer(state, scorm2004(state.edition), makeEngine2004);
});
