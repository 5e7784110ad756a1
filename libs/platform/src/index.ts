export * from './lib/announcements';
export * from './at-once';
export * from './audit/audit-checkpoints';
export { AuditKey, auditKeyFile } from './audit/audit-key';
export * from './audit/audit-trail';
export * from './audit/audit-verify';
export { readLine, signedLine } from './audit/checkpoint';
export { CheckpointFile } from './audit/checkpoint-file';
export { type CountedNote, CountedNotes } from './audit/counted-notes';
export { type Colour, contrast, IS_COLOUR, mixed, ON_THE_BAR, ON_THE_PAGE, tooFaint } from './council/colours';
export { councilCss, councilCssPath } from './council/council-css';
export {
  type CouncilIdentity,
  DISTRICTS,
  type DistrictWord,
  identityOf,
  SaidOfCouncil,
  SHIPPED,
} from './council/council-identity';
export { CouncilRevisionEntity } from './council/council-revision.entity';
export { CouncilChangedMeanwhile, NoSuchRevision, StatementChangedMeanwhile } from './council/council.errors';
export { Council, COUNCIL_SEEN_MS, type CouncilChange } from './council/council.service';
export {
  type CouncilStatement,
  type StatementKind,
  STATEMENTS,
  Statements,
  shippedStatement,
} from './statements/statements.service';
export { StatementTextEntity } from './statements/statement-text.entity';
export * from './injected/clock';
export * from './config/cannot-start';
export * from './config/config';
export { NoDatabaseConnection, poolBounds } from './database/connections';
export * from './database/database.module';
export { embeddedPostgresHome } from './database/embedded-home';
export * from './database/embedded-postgres';
export * from './database/kept-postgres';
export * from './preparing/migrate';
export * from './preparing/prepare-database';
export * from './preparing/prepare-tables';
export { listOf } from './database/list-of';
export { planned } from './database/planned';
export { prepared } from './database/prepared';
export { question, type Question, type Statement, together } from './database/together';
export { ROLES } from './database/roles';
export { QueryOutsideTheTransaction, refuseWithTransactionInHand } from './database/transaction-in-hand';
export * from './database/transactions';
export * from './documents/bidi';
export * from './documents/calendar-file';
export * from './documents/csv';
export * from './documents/printable';
export { OTHER_SCRIPTS, SANS, SERIF, type Typeface, usualFaces } from './documents/typefaces';
export * from './errors/domain-error';
export * from './files/data-dir';
export * from './files/disk-trouble';
export * from './files/file-store';
export { madeOnce } from './files/made-once';
export * from './health/checks';
export * from './health/health.module';
export * from './health/health-reader';
export { PartTrouble } from './health/room';
export * from './health/worker-signs';
export * from './http/access';
export * from './http/allowance';
export * from './http/always-headers';
export * from './http/any-text';
export * from './http/api-document';
export * from './http/application';
export * from './http/byte-range';
export { takeNoCookies, takeOwnCookies } from './http/cookies';
export * from './errors/error-facts';
export * from './http/error.filter';
export { jsonForScript } from './http/json-for-script';
export * from './http/json-limit.guard';
export * from './http/json-route';
export * from './http/logger';
export * from './http/no-text';
export * from './http/run';
export * from './http/slow-body';
export * from './http/start-alone';
export { statusOfKind } from './http/status-of-kind';
export * from './config/trusted-proxies';
export * from './injected/ids';
export { unheard } from './lib/hearing';
export { HearingModule } from './lib/hearing.module';
export * from './lib/lib';
export type { PersonData } from './lib/person-data';
export { lettersBetween } from './letters-between';
export * from './time/bank-holidays';
export * from './time/elections';
export * from './time/learning-time';
export * from './time/london-day';
export * from './time/british-dates';
export { asTyped, asTypedIn, unmarked, withTags } from './words/as-typed';
export { counted, figure } from './words/counted';
export { inLanguage, isLanguage, type Language, LANGUAGES, onPageIn, readersLanguage } from './words/language';
export { inOwnWords, NO_OFFICE, OWN_NAMES, type OwnWords } from './words/own-words';
export { languageAsked, readerAddress } from './words/reader-address';
export { readerCouncil } from './words/reader-council';
export { readerDate, readerTimeAndDate } from './words/reader-dates';
export { readerDuration } from './words/reader-duration';
export { readerOrdinal } from './words/reader-ordinal';
export { said, saidIfOurs, saidOfMany, w } from './words/said';
export { type Speech, speechKey, speechOf } from './words/speech';
export { formsOf, gapsOf, piecesOf, pluralForm } from './words/sentence';
export {
  type PluralForms,
  readWordFile,
  type Sentence,
  speakInstead,
  type WordList,
  wordFilePath,
  wordList,
} from './words/word-list';
export { writtenDay } from './time/written-day';
export { floorOf } from './floor';
export * from './platform.module';
export * from './project-root';
export * from './queue/queue.module';
export * from './queue/queue-patience';
export * from './queue/queues';
export { type Piece } from './search/marked';
export * from './search/search';
export { SearchEntries } from './search/search-entries';
export { SearchRepair } from './search/search-repair';
export { plainText } from './search/plain-text';
export { SearchWordsWork } from './search/search-words.work';
export { type Searchable, type SearchAudience, type SearchLanguage } from './search/searchable';
export { Settings } from './settings';
export { readSpreadsheet, tooLarge } from './spreadsheets/read-spreadsheet';
export { type Sheet, type SheetRow, SHEET_LIMITS, SpreadsheetRefused } from './spreadsheets/spreadsheet';
export { serialDay } from './spreadsheets/serial-day';
export * from './time/repeated-work';
export * from './time/repeating';
export { platform } from './platform.lib';
export * from './unless-aborted';
export { PageCountEntity } from './usage/page-count.entity';
export { type DayOfUse, type PageUse, PageUseQueries } from './usage/page-use.queries';
export { PageCounts } from './usage/page-counts.service';
export { isRead, LEAST_SHOWN, type Reader, readerOf, READERS, shownCount } from './usage/usage';
export { AuditEntry } from './windows/audit-entry.window';
