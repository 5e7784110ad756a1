export { type CandidatesArea, CandidatesAreas } from './candidates/candidates-area.service';
export type { Freeze } from './candidates/freeze';
export * from './editions/edition.errors';
export { Editions, type PublishedEdition } from './editions/editions.service';
export type { HandbookEditionEntity } from './editions/handbook-edition.entity';
export type { HandbookPaperEntity } from './editions/handbook-paper.entity';
export { type HandbookChange, handbookChanges } from './editions/handbook-changes';
export { PrintedHandbooks } from './editions/printed-handbooks';
export { PaperWishes } from './editions/paper-wishes';
export type { DatedElection } from './first-weeks/election-days.repository';
export { ElectionDays } from './first-weeks/election-days.service';
export * from './first-weeks/first-step.errors';
export type { ShownStep, StepVersion } from './first-weeks/first-step.repository';
export {
  STAGES,
  type Stage,
  STAGE_NAMES,
  ELECTED_STAGES,
  ANCHORS,
  ANCHOR_NAMES,
  COUNT_UNITS,
  CLOSED_DAYS,
  CLOSED_DAYS_NAMES,
} from './first-weeks/first-step.words';
export { FirstSteps, waits } from './first-weeks/first-steps.service';
export type { StepText } from './first-weeks/step-text';
export { anchorDays, type ElectionToCount, firstWeeks, type Reading, type StepRule } from './first-weeks/first-weeks';
export { happens, ruleOf } from './first-weeks/rule-of';
export { handbook } from './handbook.lib';
export { LARGEST_DOCUMENT } from './library/file-format';
export { youTubeFilm } from './library/film-address';
export { Library, type ResourceText, type VersionWithFiles } from './library/library.service';
export {
  type CheckedLink,
  type LibraryAttention,
  LibraryLists,
  REVIEW_WITHIN_DAYS,
} from './library/library-list.queries';
export { LibraryReading } from './library/library-reading.service';
export { isBroken } from './library/link-state';
export { missingIn } from './library/readiness';
export * from './library/resource.errors';
export * from './library/resource.words';
export { ResourceFiles } from './library/resource-files.service';
export type { ResourceFileEntity } from './library/resource-file.entity';
export type { ResourceVersion } from './library/resource.repository';

export { HandbookModule } from './handbook.module';
export { LinkChecks } from './links/link-checks.service';
export { OwnFirstWeeks, type OwnStep, type OwnWeeks } from './own-weeks/own-weeks.service';
export { HandbookDistricts } from './sections/districts.queries';
export * from './sections/handbook.errors';
export type { EntryKind } from './sections/handbook-entry.entity';
export { type DistrictText, type GeneralText, HandbookTexts } from './sections/handbook-texts.service';
export { type HandbookTree, type PlacedText, type Section, sectionAt } from './sections/handbook-tree';
export { handbookHtml, handbookWords } from './sections/markdown';
export { wordDiff } from './sections/word-diff';
