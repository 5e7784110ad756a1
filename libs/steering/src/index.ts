export {
  SEVERITIES,
  type Severity,
  FINDING_STATES,
  type FindingState,
  type ScreenshotType,
  type NewFinding,
  type FindingChange,
} from './rules/finding';
export * from './rules/finding.words';
export { speaksForAuthor } from './rules/finding.rules';
export { FindingQueries } from './reading/finding.queries';
export { Findings } from './findings/findings.service';
export type { GateAnswer, Refusal } from './rules/gate-answer';
export { OVERRIDE_REASON } from './rules/gate.rules';
export { GatedPublishing } from './gate/gated-publishing.service';
export { PreviewCommits } from './preview/preview-commits.service';
export { PreviewFindings } from './preview/preview-findings.service';
export { type LogAnswer, PreviewLog } from './preview/preview-log.service';
export { PreviewMoves } from './preview/preview-moves.service';
export type { PreviewState } from './preview/preview-state';
export { PreviewStates } from './preview/preview-states.service';
export type { PanelFinding } from './preview/preview.queries';
export { Previews } from './preview/previews.service';
export { isLogBatch } from './preview/run-time-calls';
export { LeastQuorum } from './rounds/least-quorum';
export type { ReportPdf, RoundReport } from './report/report';
export { PrintedReports } from './report/printed-reports';
export { reviewInWords } from './report/report.words';
export { RoundReports } from './report/report.queries';
export {
  type RoundState,
  type ClosedWhy,
  type Decision,
  type ChecklistItem,
  CHECKLIST_ANSWERS,
  type ChecklistAnswer,
  type ChecklistAnswers,
} from './rules/round';
export { answeredNo, USUAL_CHECKLIST } from './rules/round.rules';
export { noInWords, partsSeen } from './rules/round.words';
export { RoundQueries } from './reading/round.queries';
export { RoundDeadlinesModule } from './round-deadlines.module';
export { Rounds } from './rounds/rounds.service';
export { SignOffs } from './rounds/sign-offs.service';
export * from './rules/steering.errors';
export { SteeringHomeQueries } from './reading/steering-home.queries';
export { steering } from './steering.lib';
export { SteeringModule } from './steering.module';
export type {
  RoundRow,
  TesterRow,
  RoundDetail,
  FindingRow,
  CommentRow,
  FindingDetail,
  WaitingKind,
  Waiting,
  OverrideRow,
  ReadyVersion,
  FindingsInMonth,
} from './reading/steering.rows';
export { RoundStanding } from './windows/round-standing.window';
export { RoundTester } from './windows/round-tester.window';
export { NoSaid } from './windows/no-said.window';
export { OverrideStanding } from './windows/override-standing.window';
