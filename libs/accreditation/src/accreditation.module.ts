import { Module } from '@nestjs/common';
import { LettersModule } from '@induct/letters';
import { PeopleModule } from '@induct/people';
import { ProgressModule } from '@induct/progress';
import { AwardRepository } from './awards/award.repository';
import { Awards } from './awards/awards.service';
import { CertificateMail } from './certificate/certificate-mail';
import { AttendanceEvidence } from './attendance/attendance-evidence';
import { CertificateRepository } from './certificate/certificate.repository';
import { Certificates } from './acts/certificates.service';
import { ConsideredRepository } from './awards/considered.repository';
import { Holders } from './awards/holders';
import { SaidQueries } from './awards/said.queries';
import { LostAwardRepository } from './awards/lost-awards.repository';
import { Issuing } from './awards/issuing.service';
import { StillMissing } from './asked/still-missing.queries';
import { UnaskedEvents } from './asked/unasked-events.queries';
import { WhatIsAskedQueries } from './asked/what-is-asked.queries';
import { Asked } from './requirements/asked.queries';
import { ClaimRepository } from './claims/claim.repository';
import { Claims } from './claims/claims.service';
import { CoreSkills } from './requirements/core-skills.service';
import { CredentialCheck } from './credentials/credential-check';
import { CredentialRepository } from './credentials/credential.repository';
import { Credentials } from './credentials/credentials.service';
import { IssuerKeys } from './credentials/issuer-keys';
import { Wallet } from './credentials/wallet.service';
import { EvidenceRepository } from './requirements/evidence.repository';
import { RequirementRepository } from './requirements/requirement.repository';
import { NameChangeRepository } from './names/name-change.repository';
import { NameChanges } from './names/name-changes.service';
import { CertificateQueue } from './certificate/certificate-queue';
import { PrintedCertificates } from './printing/printed-certificates';
import { RenderingRepository } from './certificate/rendering.repository';
import { RegisterQueries } from './certificate/register.queries';
import { RevocationRepository } from './certificate/revocation.repository';
import { RestingRepository } from './acts/resting.repository';
import { WhatFollows } from './acts/what-follows.service';
import { Revocations } from './acts/revocations.service';
import { SchemeRepository } from './awards/scheme.repository';
import { Due } from './mandates/due.queries';
import { AskableQueries } from './mandates/askable.queries';
import { EventMandates } from './mandates/event-mandates.service';
import { GroupStandings } from './groups/group-standing.queries';
import { Nudges } from './groups/nudges.service';
import { MandateBodies } from './mandates/mandate-bodies.queries';
import { MandateList } from './mandates/mandate-list.queries';
import { MandatePreview } from './mandates/mandate-preview.queries';
import { MandateRepository } from './mandates/mandate.repository';
import { Mandates } from './mandates/mandates.service';
import { MarksRepository } from './mandates/marks.repository';
import { ObligationRepository } from './mandates/obligation.repository';
import { OpenObligations } from './mandates/open-obligations.queries';
import { PersonFactsQueries } from './mandates/person-facts.queries';
import { ThoseAbove } from './reminders/those-above.service';
import { Settling } from './mandates/settling.service';
import { WhoIsTold } from './reminders/who-is-told.service';
import { ToldQueries } from './reminders/told.queries';
import { SignatoryRepository } from './signatories/signatory.repository';
import { Signatories } from './signatories/signatories.service';
import { Pictures } from './pictures/pictures.service';
import { CouncilMarks } from './marks/council-marks.service';
import { MarkRepository } from './marks/mark.repository';
import { ShownNames } from './shown/shown-names.service';
import { BatchIssuing } from './batches/batch-issuing.service';
import { BatchRepository } from './batches/batch.repository';
import { Batches } from './batches/batches.service';
import { CandidateQueries } from './batches/candidate.queries';
import { AttachedFiles } from './attached/attached-files';
import { ByHandRepository } from './by-hand/by-hand.repository';
import { IssuingByHand } from './by-hand/issuing-by-hand.service';
import { ActNeeds } from './acts/certificate-act';
import { SecondOfficer } from './second-officer/second-officer';
import { SuspensionRepository } from './suspensions/suspension.repository';
import { Suspensions } from './suspensions/suspensions.service';
import { WithdrawalRepository } from './withdrawals/withdrawal.repository';
import { Withdrawals } from './withdrawals/withdrawals.service';
import { Verification } from './certificate/verification.service';
import { BodyTrainingRepository } from './sitting/body-training.repository';
import { BodyTrainings } from './sitting/body-trainings.service';
import { EntriesRepository } from './sitting/entries.repository';
import { PublicRegisters } from './sitting/public-register.service';
import { StatutoryRegister } from './sitting/statutory-register.service';
import { StatutoryCertificates } from './sitting/statutory-certificates.queries';
import { WhoMaySit } from './sitting/who-may-sit.queries';
import { WhoWouldSit } from './sitting/who-would-sit.service';
import { Adopting } from './schemes/adopting.service';
import { DraftRepository } from './schemes/draft.repository';
import { Drafts } from './schemes/drafts.service';
import { Forecasting } from './schemes/forecasting.service';
import { HistoryRepository } from './awards/history.repository';
import { SchemeQueries } from './schemes/scheme.queries';
import { Outcomes } from './schemes/outcomes.service';
import { SimulationRepository } from './schemes/simulation.repository';
import { Simulations } from './schemes/simulations.service';
import { PreviewRepository } from './templates/preview.repository';
import { PrintedTemplates } from './printing/printed-templates';
import { TemplateApproving } from './templates/template-approving.service';
import { TemplateDrafts } from './templates/template-drafts.service';
import { TemplateQueries } from './templates/template.queries';
import { TemplateQueue } from './templates/template-queue';
import { TemplateRepository } from './templates/template.repository';
import { AwardFacts } from './awards/award-facts.service';
import { WelshNameRepository } from './welsh/welsh-names.repository';
import { WelshNames } from './welsh/welsh-names.service';

/** Needs the platform and a queue. */
@Module({
  imports: [LettersModule, PeopleModule, ProgressModule],
  providers: [
    ActNeeds,
    Asked,
    StillMissing,
    UnaskedEvents,
    WhatIsAskedQueries,
    AttachedFiles,
    AttendanceEvidence,
    AwardRepository,
    Awards,
    BatchIssuing,
    BatchRepository,
    Batches,
    ByHandRepository,
    CandidateQueries,
    CertificateMail,
    CertificateQueue,
    CertificateRepository,
    Certificates,
    ClaimRepository,
    Claims,
    CoreSkills,
    CredentialCheck,
    CredentialRepository,
    Credentials,
    EvidenceRepository,
    AwardFacts,
    Holders,
    ConsideredRepository,
    SaidQueries,
    LostAwardRepository,
    IssuerKeys,
    Issuing,
    IssuingByHand,
    NameChangeRepository,
    NameChanges,
    PrintedCertificates,
    RegisterQueries,
    RenderingRepository,
    RequirementRepository,
    RevocationRepository,
    Revocations,
    SchemeRepository,
    SignatoryRepository,
    SecondOfficer,
    Signatories,
    Pictures,
    CouncilMarks,
    MarkRepository,
    ShownNames,
    SuspensionRepository,
    Suspensions,
    Verification,
    Wallet,
    WithdrawalRepository,
    Withdrawals,
    AskableQueries,
    Due,
    RestingRepository,
    WhatFollows,
    EventMandates,
    GroupStandings,
    Nudges,
    MandateBodies,
    MandateList,
    MandatePreview,
    MandateRepository,
    Mandates,
    MarksRepository,
    ObligationRepository,
    OpenObligations,
    PersonFactsQueries,
    Settling,
    ThoseAbove,
    Outcomes,
    ToldQueries,
    WhoIsTold,
    BodyTrainingRepository,
    BodyTrainings,
    EntriesRepository,
    PublicRegisters,
    StatutoryCertificates,
    StatutoryRegister,
    WhoMaySit,
    WhoWouldSit,
    Adopting,
    DraftRepository,
    Drafts,
    Forecasting,
    HistoryRepository,
    SchemeQueries,
    SimulationRepository,
    Simulations,
    PreviewRepository,
    PrintedTemplates,
    TemplateApproving,
    TemplateDrafts,
    TemplateQueries,
    TemplateQueue,
    TemplateRepository,
    WelshNameRepository,
    WelshNames,
  ],
  exports: [
    WhatFollows,
    Asked,
    StillMissing,
    UnaskedEvents,
    WhatIsAskedQueries,
    WelshNames,
    CouncilMarks,
    Pictures,
    ShownNames,
    Signatories,
    Awards,
    Certificates,
    Claims,
    CredentialCheck,
    Credentials,
    PrintedCertificates,
    Revocations,
    Verification,
    Wallet,
    Withdrawals,
    Batches,
    BatchIssuing,
    IssuingByHand,
    NameChanges,
    Suspensions,
    AskableQueries,
    Due,
    EventMandates,
    GroupStandings,
    Nudges,
    MandateBodies,
    MandateList,
    MandatePreview,
    Mandates,
    MarksRepository,
    ObligationRepository,
    OpenObligations,
    Settling,
    ThoseAbove,
    Outcomes,
    WhoIsTold,
    BodyTrainings,
    PublicRegisters,
    StatutoryCertificates,
    StatutoryRegister,
    WhoMaySit,
    WhoWouldSit,
    Adopting,
    Drafts,
    SchemeQueries,
    Simulations,
    PreviewRepository,
    PrintedTemplates,
    TemplateApproving,
    TemplateDrafts,
    TemplateQueries,
    TemplateRepository,
  ],
})
export class AccreditationModule {}
