import * as scormAgain from 'scorm-again/scorm12/min';
import { SCORM_12 } from './dialect';
import { ENGINE_SETTINGS, engineOf, handingOver, type MakeEngine } from './engine';

// Its types name a default export, its file has none.
const { Scorm12API } = scormAgain as unknown as { Scorm12API: typeof scormAgain.default };

export const makeEngine12: MakeEngine = (onCommit) =>
  engineOf(new Scorm12API({ ...ENGINE_SETTINGS }, handingOver(onCommit, SCORM_12.errors.commitFailed)), () => '');
