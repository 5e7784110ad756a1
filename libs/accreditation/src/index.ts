export { accreditation } from './accreditation.lib';
export { AccreditationModule } from './accreditation.module';
export { Asked, type AskedRequirement } from './requirements/asked.queries';
export { type MissingRow, StillMissing } from './asked/still-missing.queries';
export { type UnaskedEvent, UnaskedEvents } from './asked/unasked-events.queries';
export { type WhatIsAsked, WhatIsAskedQueries } from './asked/what-is-asked.queries';
export type { WayKind } from './requirements/way-kind';
export type { Claim } from './claims/claim';
export { type AttachedFileType, LARGEST_ATTACHED_FILE } from './attached/attached-file';
export * from './attached/attached-file.errors';
export type { ClaimKind } from './claims/claim-kind';
export * from './claims/claim.errors';
export { type ClaimDecision, Claims } from './claims/claims.service';
export { badgePng } from './credentials/badge-picture';
export { type CheckedCredential, CredentialCheck } from './credentials/credential-check';
export { Credentials } from './credentials/credentials.service';
export { Wallet, WALLET_FILES, WALLET_TYPES, type WalletFile } from './credentials/wallet.service';
export { STATUS_PURPOSES, type StatusPurpose } from './credentials/status-list';
export type { NameChange, Reissue } from './names/name-change';
export * from './names/name-change.errors';
export { NameChanges } from './names/name-changes.service';
export { Awards } from './awards/awards.service';
export type { Certificate } from './certificate/certificate';
export {
  CertificateFacts,
  type FirstFacts,
  type Languages,
  readFacts,
  type SecondFacts,
  Signatory,
} from './certificate/certificate-facts';
export { makeCertificateNumber, readCertificateNumber } from './certificate/certificate-number';
export * from './certificate/certificate.errors';
export { Certificates } from './acts/certificates.service';
export { initials, sameName } from './certificate/holder-name';
export { calledBy, type Said, type SaidFacts, welshFacts } from './certificate/said-facts';
export { lastDayWords, NO_END, type PrintedFacts, printedFacts, validWords } from './certificate/printed-facts';
export { CertificateDocument } from './printing/certificate.document';
export { expectedCertificate } from './printing/expected-certificate';
export { type Askable, AskableQueries } from './mandates/askable.queries';
export { Due, type DueItem } from './mandates/due.queries';
export { EventMandates } from './mandates/event-mandates.service';
export { MandateBodies, type NamedBody } from './mandates/mandate-bodies.queries';
export { type ListedMandate, MandateList, type MandateReader } from './mandates/mandate-list.queries';
export { MandatePreview, type WouldAsk } from './mandates/mandate-preview.queries';
export * from './mandates/mandate-words';
export { type GroupFilter, type GroupRow, GroupStandings, type GroupTotals } from './groups/group-standing.queries';
export { mayNudge } from './groups/nudge.rules';
export { Nudges } from './groups/nudges.service';
export { type OpenFilter, OpenObligations, type OpenRow } from './mandates/open-obligations.queries';
export * from './mandates/mandate.errors';
export type { Mandate } from './mandates/mandate.repository';
export { Mandates } from './mandates/mandates.service';
export { MarksRepository } from './mandates/marks.repository';
export { Settling } from './mandates/settling.service';
export type { ToldSetting } from './reminders/told.queries';
export { WhoIsTold } from './reminders/who-is-told.service';
export { ObligationsModule } from './reminders/obligations.module';
export type { NewMandate } from './mandates/propose.rules';
export { pdfState, type PdfState } from './certificate/pdf-state';
export { PrintedCertificates } from './printing/printed-certificates';
export { type FailedJob, REGISTER_PAGE_SIZE, type RegisterFilter } from './certificate/register.queries';
export { RetakeLettersModule } from './retakes/retake-letters.module';
export { Revocations } from './acts/revocations.service';
export { type Adoption, Adopting } from './schemes/adopting.service';
export type { DraftTerms } from './schemes/draft';
export { Drafts } from './schemes/drafts.service';
export type { Effect, EffectKind, PersonEffect } from './schemes/effects';
export type { Level } from './schemes/level';
export { SchemeNotFound } from './scheme/scheme-not-found';
export * from './schemes/scheme.errors';
export {
  type EffectCounts,
  type EffectFilter,
  type EffectRow,
  type Nameable,
  namesOf,
  SchemeQueries,
  type ShownScheme,
  type ShownVersion,
} from './schemes/scheme.queries';
export { Outcomes } from './schemes/outcomes.service';
export type { Simulation } from './schemes/simulation.repository';
export { Simulations } from './schemes/simulations.service';
export type { Path, PathStep } from './rules/path';
export { DEEPEST, MOST_NODES, partsOf, readRule, type Rule, RuleIsTooLarge } from './rules/rule';
export { type Follows, WhatFollows } from './acts/what-follows.service';
export { ruleWords } from './rules/rule-words';
export type { Missing } from './rules/standing';
export { type EvidenceOnRecord, type RestingCertificate, Withdrawals } from './withdrawals/withdrawals.service';
export * from './withdrawals/withdrawal.errors';
export { type NamedKind, type WelshChange, type WelshName } from './welsh/welsh-names.repository';
export { WelshNames } from './welsh/welsh-names.service';
export * from './welsh/welsh.errors';
export { CORE_SKILLS } from './tables/tables';
export { type CheckedCertificate, type CheckResult, Verification } from './certificate/verification.service';
export { isRevocable, type Validity, validityOf } from './certificate/validity';
export type { AccreditationWaiting } from './windows/accreditation-waiting.window';
export { AwardWaiting } from './windows/award-waiting.window';
export { ByHandStanding } from './windows/by-hand-standing.window';
export { CertificateStanding } from './windows/certificate-standing.window';
export { NameChangeStanding } from './windows/name-change-standing.window';
export { MandateStanding } from './windows/mandate-standing.window';
export { ObligationStanding } from './windows/obligation-standing.window';
export { RevocationStanding } from './windows/revocation-standing.window';
export type { BodyTraining } from './sitting/body-training.repository';
export { BodyTrainings, type NewBodyTraining } from './sitting/body-trainings.service';
export { type Accreditation, ENTRY_TABLES, type EntryTable, type RegisterEdition } from './sitting/entries.repository';
export { eligible, type History } from './sitting/eligible';
export { type PublicRegister, PublicRegisters, type Registered } from './sitting/public-register.service';
export { REGISTER_MODES, type RegisterMode } from './sitting/register-mode';
export * from './sitting/sitting.errors';
export { StatutoryCertificates } from './sitting/statutory-certificates.queries';
export type { CourseKind } from './sitting/statutory-accreditation.entity';
export { type NewAccreditation, type NewEdition, StatutoryRegister } from './sitting/statutory-register.service';
export type { AskedState, Place, Verdict } from './sitting/verdict';
export { type NamedState, type Sitter, WhoMaySit } from './sitting/who-may-sit.queries';
export { WhoWouldSit, type WouldSit } from './sitting/who-would-sit.service';
export type { Batch, BatchFilter, BatchRow, BatchScheme } from './batches/batch';
export * from './batches/batch.errors';
export { Batches } from './batches/batches.service';
export { BatchIssuing } from './batches/batch-issuing.service';
export type { BatchResult } from './batches/batch-row.entity';
export type { BatchOutcome, MovedRow } from './batches/dry-run';
export type { ByHand } from './by-hand/by-hand';
export * from './by-hand/by-hand.errors';
export { IssuingByHand } from './by-hand/issuing-by-hand.service';
export * from './suspensions/suspension.errors';
export { Suspensions } from './suspensions/suspensions.service';
export type { CouncilMarkEntity } from './marks/council-mark.entity';
export { CouncilMarks, type NewMark } from './marks/council-marks.service';
export * from './marks/mark.errors';
export { NotAPictureForCertificates } from './pictures/picture.errors';
export { LARGEST_PICTURE, LONGEST_SIDE } from './pictures/picture-type';
export { Pictures } from './pictures/pictures.service';
export { redrawn } from './pictures/redrawn';
export { type Choice, SHOWN_TO, type ShownTo } from './shown/shown-to';
export { ShownNames } from './shown/shown-names.service';
export * from './signatories/signatory.errors';
export type { SignatoryInTime } from './signatories/signatory.repository';
export { type NewSignatory, Signatories } from './signatories/signatories.service';
export { CouncilMarkStanding } from './windows/council-mark-standing.window';
export { SuspensionStanding } from './windows/suspension-standing.window';
export { FIRST_TEMPLATE } from './templates/first-template';
export { type Preview, PreviewRepository } from './templates/preview.repository';
export { SAMPLES, type Sample } from './templates/samples';
export { READY_LINES, SHIPPED } from './templates/shipped-words';
export { Template, type TemplateLayout, type TemplateWords } from './certificate/template';
export { TemplateApproving } from './templates/template-approving.service';
export { type TemplateChange, templateChanges } from './templates/template-changes';
export { type Language, LANGUAGES, languagesOf, wordsProblems } from './templates/template-check';
export { TemplateDrafts } from './templates/template-drafts.service';
export * from './templates/template.errors';
export * from './templates/template-names';
export { type ListedTemplate, type ShownTemplate, TemplateQueries } from './templates/template.queries';
export { TemplateRepository } from './templates/template.repository';
export type { TemplateState, TemplateVersionEntity } from './templates/template-version.entity';
export { textProblem, tidied } from './templates/text-problem';
export { MOST_LINES, TEXT_NAMES, TEXT_RULES, LINE_RULE } from './templates/text-rules';
export { PrintedTemplates } from './printing/printed-templates';
