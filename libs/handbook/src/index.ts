export { type CandidatesArea, CandidatesAreas } from './candidates/candidates-area.service';
export type { Freeze } from './candidates/freeze';
export type { DatedElection } from './first-weeks/election-days.repository';
export { ElectionDays } from './first-weeks/election-days.service';
export * from './first-weeks/first-step.errors';
export type { ShownStep, StepVersion } from './first-weeks/first-step.repository';
export * from './first-weeks/first-step.words';
export { FirstSteps, waits } from './first-weeks/first-steps.service';
export type { StepText } from './first-weeks/step-text';
export {
  type AnchorDay,
  anchorDays,
  type CountedStep,
  type ElectionToCount,
  firstWeeks,
  type Reading,
  type StepRule,
} from './first-weeks/first-weeks';
export { happens, ruleOf } from './first-weeks/rule-of';
export { handbook } from './handbook.lib';
export { HandbookModule } from './handbook.module';
export type { OwnTerm } from './own-weeks/own-weeks.repository';
export { OwnFirstWeeks, type OwnStep, type OwnWeeks } from './own-weeks/own-weeks.service';
export { StepRemindersModule } from './own-weeks/step-reminders.module';
