import * as scormAgain from 'scorm-again/scorm2004/min';
import { SCORM_2004 } from './dialect';
import { ENGINE_SETTINGS, engineOf, handingOver, type MakeEngine } from './engine';

// Its types name a default export, its file has none.
const { Scorm2004API } = scormAgain as unknown as { Scorm2004API: typeof scormAgain.default };

export const makeEngine2004: MakeEngine = (onCommit) => {
  const api = new Scorm2004API({ ...ENGINE_SETTINGS }, handingOver(onCommit, SCORM_2004.errors.commitFailed));
  return engineOf(api, () => api.adl.nav.request ?? '');
};
