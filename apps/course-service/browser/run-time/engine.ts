import type { Cmi } from '../launch/launch-state';

/** The part of scorm-again that we use, under one set of names for both standards. */
export interface Engine {
  initialize(parameter: string): string;
  finish(parameter: string): string;
  get(name: string): unknown;
  set(name: string, value: string): string;
  commit(parameter: string): string;
  lastError(): string;
  errorString(code: string): string;
  diagnostic(code: string): string;
  isInitialized(): boolean;
  isTerminated(): boolean;
  /** Before `initialize` only; throws when the value does not fit the standard. */
  load(name: string, value: string): void;
  cmi(): Cmi;
  /** SCORM 2004: what the content asked for before it finished, e.g. `continue`. */
  navigation(): string;
}

/** Makes an engine; `onCommit` is its transport: called at Commit and Finish, true when the data is safe. */
export type MakeEngine = (onCommit: () => boolean) => Engine;

/** What the classes of both standards have. */
interface ScormAgain {
  lmsInitialize(parameter: string): string;
  lmsFinish(parameter: string): string;
  lmsGetValue(name: string): unknown;
  lmsSetValue(name: string, value: string): string;
  lmsCommit(parameter: string): string;
  lmsGetLastError(): string;
  lmsGetErrorString(code: string): string;
  lmsGetDiagnostic(code: string): string;
  isInitialized(): boolean;
  isTerminated(): boolean;
  setCMIValue(name: string, value: string): unknown;
  renderCMIToJSONObject(): object;
}

/** @param navigation see Engine */
export function engineOf(api: ScormAgain, navigation: () => string): Engine {
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
    navigation,
  };
}

interface Result {
  result: boolean;
  errorCode: number;
}

/**
 * Our transport in scorm-again's own seam. Its default commits by a synchronous request that blocks the page, and
 * finishes by `sendBeacon`, which refuses more than 64 KiB and answers "true" with the server away.
 */
export const handingOver = (onCommit: () => boolean, failed: number) => ({
  processHttpRequest: (): Result => {
    const safe = onCommit();
    return { result: safe, errorCode: safe ? 0 : failed };
  },
  updateSettings: () => {},
});

/** Nothing of scorm-again's own timing, network or judgement: the server evaluates mastery and thresholds. */
export const ENGINE_SETTINGS = {
  autocommit: false,
  lmsCommitUrl: 'journal',
  dataCommitFormat: 'json',
  mastery_override: false,
  selfReportSessionTime: false,
  autoProgress: false,
  sendFullCommit: true,
  logLevel: 5,
} as const;
