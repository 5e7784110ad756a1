export {
  scos,
  type Standard,
  type SequencingElement,
  type Activity,
  type ActivityTree,
} from './activity/activity-tree';
export { editionRules } from './activity/edition-rules';
export type { CmiTree } from './cmi/cmi-format';
export type { PackageFinding } from './manifest/package-finding';
export { fitCmi, type LeftOut } from './cmi/fit-cmi';
export { FileNames, fitToFiles, foldedName } from './manifest/fit-to-files';
export { initialCmi } from './cmi/initial-cmi';
export type { LaunchMode, Learner } from './cmi/learner';
export { hasChoice, isSequenced } from './activity/order';
export { prerequisitesInWords } from './prerequisites/in-words';
export { type WaitingItem, waitingParts } from './prerequisites/prerequisites';
export { judge, passMark } from './cmi/judge';
export { type ManifestReading, readManifest } from './manifest/manifest';
export * from './cmi/play-state';
export { readCmi } from './cmi/read-cmi';
export { writeManifest } from './package-writer/package-writer';
export * from './activity/result';
export * from './sequencing/index';
export {
  codeInWords,
  PASS_MARK,
  pathInWords,
  rulesInWords,
  type RuleWords,
  toldBy,
  trackingInWords,
  trackingOf,
} from './order-in-words/index';
export { rollup } from './activity/rollup';
export {
  meaningOf,
  type LogMeaning,
  type RunTimeCall,
  type LogBatch,
  type SentCall,
  callInWords,
  clockOf,
} from './run-time-log/run-time-log';
export type { ScoObjective, ScoInteraction, ScoSnapshot, RememberedSco } from './activity/sco-state';
export { percentInWords, reaches } from './cmi/score';
export { formatTime, parseTime } from './activity/time';
