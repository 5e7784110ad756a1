import * as scormAgain from 'scorm-again/scorm12/min';
import type { Cmi } from '../launch-state';
import { SCORM_12 } from './dialect';
import { ENGINE_SETTINGS, handingOver, type MakeEngine } from './engine';

// Its types name a default export, its file has none.
const { Scorm12API } = scormAgain as unknown as { Scorm12API: typeof scormAgain.default };

export const makeEngine12: MakeEngine = (onCommit) => {
  const api = new Scorm12API({ ...ENGINE_SETTINGS }, handingOver(onCommit, SCORM_12.errors.commitFailed));
  return {
    initialize: (parameter) => api.lmsInitialize(parameter),
    finish: (parameter) => api.lmsFinish(parameter),
    get: (name) => api.lmsGetValue(name),
    set: (name, value) => api.lmsSetValue(name, value),
    commit: (parameter) => api.lmsCommit(parameter),
    lastError: () => api.lmsGetLastError(),
    errorString: (code) => api.lmsGetErrorString(code),
    diagnostic: (code) => api.lmsGetDiagnostic(code),
    isInitialized: () => api.isInitialized(),
    isTerminated: () => api.isTerminated(),
    load: (name, value) => void api.setCMIValue(name, value),
    cmi: () => (api.renderCMIToJSONObject() as { cmi: Cmi }).cmi,
    navigation: () => '',
  };
};
