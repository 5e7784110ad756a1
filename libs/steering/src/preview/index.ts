export type { PanelFinding } from './preview.queries';
export {
  FindingIsIncomplete,
  NoRoundToRecordIn,
  NothingToPreview,
  PreviewHasEnded,
  PreviewNotFound,
  TooManyFindings,
} from './preview.errors';
export { type PreviewCommitAnswer, PreviewCommits } from './preview-commits.service';
export { PreviewFindings, type RecordedFinding } from './preview-findings.service';
export { type LogAnswer, PreviewLog } from './preview-log.service';
export { PreviewMoves } from './preview-moves.service';
export type { OpenedPreview, PreviewToOpen } from './preview-opening.service';
export type { PreviewState } from './preview-state';
export { PreviewStates } from './preview-states.service';
export { previewProviders, previewServices } from './preview.providers';
export { Previews } from './previews.service';
export { isLogBatch, LOG_LIMITS } from './run-time-calls';
export type { SupplierBundle } from './supplier-bundles.service';
