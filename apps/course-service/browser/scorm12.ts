import { startPlayer } from './player';
import { SCORM_12 } from './run-time/dialect';
import { makeEngine12 } from './run-time/engine-12';
import { readState } from './state-element';

startPlayer(readState(), SCORM_12, makeEngine12);
