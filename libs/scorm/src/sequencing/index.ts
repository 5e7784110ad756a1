export { available, type Available, type May } from './available';
export type { SequencingTree } from './definition';
export { sequencingTree } from './read-definition';
export { navigate, type Navigated, newSequencing, openAnyway } from './navigate';
export { type ActivityReport, courseResult, report, reportOf, type RunTime, runTimeOf } from './report';
export type { NavigationRequest } from './request';
export type { ObjectiveState, SequencingState } from './state';
export { whyClosed, type WhyClosed } from './why-closed';
export { newest, newsFor, nothingShared, type Shared, sharedOf, sharesBeyond, withShared } from './shared';
