export type { SequencingTree } from './definitions';
export { sequencingTree } from './read-definitions';
export type { ActivityReport, Available, May, Navigated, NavigationRequest, RunTime } from './requests';
export type { ActivityState, ObjectiveState, SequencingState } from './state';
