export { accreditation } from './accreditation.lib';
export { AccreditationModule } from './accreditation.module';
export { Asked, type AskedRequirement } from './requirements/asked.queries';
export type { WayKind } from './requirements/way-kind';
export type { Claim } from './claims/claim';
export { type ClaimFileType, type ClaimKind, LARGEST_CLAIM_FILE } from './claims/claim-kind';
export * from './claims/claim.errors';
export { type ClaimDecision, Claims } from './claims/claims.service';
export { Awards } from './awards/awards.service';
export type { Certificate } from './certificate/certificate';
export { CertificateFacts, Signatory } from './certificate/certificate-facts';
export { makeCertificateNumber, readCertificateNumber } from './certificate/certificate-number';
export * from './certificate/certificate.errors';
export { Certificates } from './acts/certificates.service';
export { initials, sameName } from './certificate/holder-name';
export { lastDayWords, NO_END, type PrintedFacts, printedFacts } from './certificate/printed-facts';
export { CertificateDocument } from './printing/certificate.document';
export { expectedCertificate } from './printing/expected-certificate';
export { pdfState, type PdfState } from './certificate/pdf-state';
export { PrintedCertificates } from './printing/printed-certificates';
export { type FailedJob, REGISTER_PAGE_SIZE, type RegisterFilter } from './certificate/register.queries';
export { RetakeLettersModule } from './retakes/retake-letters.module';
export { Revocations } from './acts/revocations.service';
export { type Adoption, Adopting } from './schemes/adopting.service';
export type { DraftTerms } from './schemes/draft';
export { Drafts } from './schemes/drafts.service';
export type { Effect, EffectKind, PersonEffect } from './schemes/effects';
export { type Level, Levels } from './schemes/levels.service';
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
export { Settling } from './schemes/settling.service';
export type { Simulation } from './schemes/simulation.repository';
export { Simulations } from './schemes/simulations.service';
export { DEEPEST, MOST_NODES, partsOf, readRule, type Rule, RuleIsTooLarge } from './rules/rule';
export { ruleWords } from './rules/rule-words';
export type { Missing } from './rules/standing';
export { type EvidenceOnRecord, type RestingCertificate, Withdrawals } from './withdrawals/withdrawals.service';
export * from './withdrawals/withdrawal.errors';
export { CORE_SKILLS } from './tables/tables';
export { type CheckedCertificate, type CheckResult, Verification } from './certificate/verification.service';
export { type Validity, validityOf } from './certificate/validity';
export { CertificateStanding } from './windows/certificate-standing.window';
export { RevocationStanding } from './windows/revocation-standing.window';
