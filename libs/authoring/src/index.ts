export { authoring } from './authoring.lib';
export * from './authoring.errors';
export { AuthoringModule } from './authoring.module';
export type { DraftAct } from './drafts/draft-acts';
export { LARGEST_DRAFT } from './drafts/draft-files';
export { type Beginning, type Draft, Drafts } from './drafts/drafts.service';
export { shippedFiles, shippedModules } from './drafts/shipped-modules';
export { readFolderZip, zipFolder } from './folder/folder-zip';
export { addPicture, LARGEST_PICTURE, pictureKind, picturesOf, removePicture } from './folder/pictures';
export { type BlockFields, HEADED, readBlock, writeBlock } from './format/block-fields';
export {
  screenOf,
  changePart,
  removePart,
  movePart,
  addPart,
  screenFrom,
  questionOf,
  changeQuestion,
  putQuestion,
  takeQuestion,
  shiftQuestion,
  markOf,
  type SeenPart,
  scenarioIds,
} from './format/edits';
export {
  idFor,
  addScreen,
  moveScreen,
  changed,
  changesTo,
  type ModuleFiles,
  type FileChanges,
  type ScreenFile,
  MOST_SCREENS,
  ABOUT_FILE,
  QUESTIONS_FILE,
  REVIEW_FILE,
  textOf,
  screensOf,
} from './format/folder';
export { breaksOut, linesOf, oneLine, tidy } from './format/light-text';
export {
  type ModuleDetails,
  type Objective,
  readDetails,
  setAimsOf,
  setDetails,
  type Source,
} from './format/module-text';
export {
  type Choice,
  type Match,
  type Question,
  QUESTION_KINDS,
  QUESTION_LISTS,
  type QuestionKind,
  type QuestionList,
  type TestSettings,
} from './format/question-fields';
export { asAsked, questionAlone } from './format/question-alone';
export { readQuestions, setTest } from './format/questions-text';
export { readReview, writeReview } from './format/review-text';
export { type RoleDuty, roleDuties } from './format/role-duties';
export { hangsOnScreen, takeScreen } from './format/screen-removal';
export { type Scenario, type ScenarioChoice, TONES } from './format/scenario';
export { BLOCK_KINDS, type BlockKind, parseScreen, withTitle } from './format/screen-text';
export type { Table } from './format/table-text';
export { DraftNotBuilt, DraftPackages, EDITIONS } from './packages/draft-packages.service';
export { Kit } from './kit/kit.service';
export { SCREEN_PAGE_POLICY, screenPage } from './kit/screen-page';
export { type DraftCheck, DraftChecks } from './problems/draft-checks.service';
export type { DraftProblem } from './problems/draft-problem';
export type { Place } from './problems/places';
export { DraftPackageBuilt } from './windows/draft-package-built.window';
export { DraftRemoved } from './windows/draft-removed.window';
export { DraftRevisionMade } from './windows/draft-revision-made.window';
export { ModuleDraftStanding } from './windows/module-draft-standing.window';
