import { CourseBecomesTaster, CourseDescribed, CoursePublished, CourseWithdrawn } from '@induct/course';
import { AttendanceCorrected, AttendanceRecorded } from '@induct/events';
import { MembershipsChanged, PersonLostRoles, PersonShutOut } from '@induct/people';
import { lib } from '@induct/platform';
import { PRINT_JOB, PrintPayload } from '@induct/printing';
import { CompletionBelieved, CourseCompleted, CourseCompletedAgain } from '@induct/progress';
import { AccreditationModule } from './accreditation.module';
import { AttendanceEvidence } from './attendance/attendance-evidence';
import { accreditationPersonData } from './accreditation.person-data';
import { AwardEntity } from './awards/award.entity';
import { LostAwardEntity } from './awards/lost-award.entity';
import { SchemeEntity } from './scheme/scheme.entity';
import { SchemeVersionEntity } from './awards/scheme-version.entity';
import { CertificateEntity } from './certificate/certificate.entity';
import { RevocationEntity } from './certificate/revocation.entity';
import { CredentialEntity } from './credentials/credential.entity';
import { IssuerKeyEntity } from './credentials/issuer-key.entity';
import { CoreSkills } from './requirements/core-skills.service';
import { EvidenceEntity } from './requirements/evidence.entity';
import { RequirementEntity } from './requirements/requirement.entity';
import { WayEntity } from './requirements/way.entity';
import { ClaimEntity } from './claims/claim.entity';
import { ClaimFileEntity } from './claims/claim-file.entity';
import { Awards } from './awards/awards.service';
import { Revocations } from './acts/revocations.service';
import { TopUpEntity } from './mandates/top-up.entity';
import { MandateEntity } from './mandates/mandate.entity';
import { Mandates } from './mandates/mandates.service';
import { ExpiryReminderEntity } from './expiries/expiry-reminder.entity';
import { GroupNudgeEntity } from './groups/group-nudge.entity';
import { ObligationEntity } from './mandates/obligation.entity';
import { ObligationsModule } from './reminders/obligations.module';
import { ReminderEntity } from './mandates/reminder.entity';
import { SettlingMarkEntity } from './mandates/settling-mark.entity';
import { Settling } from './mandates/settling.service';
import { RetakeReminderEntity } from './retakes/retake-reminder.entity';
import { RetakeLettersModule } from './retakes/retake-letters.module';
import { NameChangeEntity } from './names/name-change.entity';
import { SuspensionEntity } from './suspensions/suspension.entity';
import { Suspensions } from './suspensions/suspensions.service';
import { ByHandEntity } from './by-hand/by-hand.entity';
import { ByHandFileEntity } from './by-hand/by-hand-file.entity';
import { IssuingByHand } from './by-hand/issuing-by-hand.service';
import { BatchEntity } from './batches/batch.entity';
import { BatchRowEntity } from './batches/batch-row.entity';
import { BatchWorkModule } from './batches/batch-work.module';
import { accreditationMigrations } from './tables/tables';
import { AccreditationWaiting } from './windows/accreditation-waiting.window';
import { AwardWaiting } from './windows/award-waiting.window';
import { ByHandStanding } from './windows/by-hand-standing.window';
import { CertificateStanding } from './windows/certificate-standing.window';
import { NameChangeStanding } from './windows/name-change-standing.window';
import { TopUpStanding } from './windows/top-up-standing.window';
import { MandateStanding } from './windows/mandate-standing.window';
import { ObligationStanding } from './windows/obligation-standing.window';
import { RevocationStanding } from './windows/revocation-standing.window';
import { BodyTrainingEntity } from './sitting/body-training.entity';
import { RegisterEditionEntity } from './sitting/register-edition.entity';
import { StatutoryAccreditationEntity } from './sitting/statutory-accreditation.entity';
import { StatutoryRegister } from './sitting/statutory-register.service';
import { CouncilMarkEntity } from './marks/council-mark.entity';
import { CouncilMarks } from './marks/council-marks.service';
import { PictureEntity } from './pictures/picture.entity';
import { NameShownEntity } from './shown/name-shown.entity';
import { SignatoryEntity } from './signatories/signatory.entity';
import { TemplateStanding } from './windows/template-standing.window';
import { CouncilMarkStanding } from './windows/council-mark-standing.window';
import { SuspensionStanding } from './windows/suspension-standing.window';
import { Adopting } from './schemes/adopting.service';
import { SchemesWorkModule } from './schemes/schemes-work.module';
import { WithdrawalLetterEntity } from './withdrawals/withdrawal-letter.entity';
import { WithdrawalsWorkModule } from './withdrawals/withdrawals-work.module';
import { ApprovalLetterEntity } from './approvals/approval-letter.entity';
import { ApprovalsWorkModule } from './approvals/approvals-work.module';
import { SimulationEntity } from './schemes/simulation.entity';
import { TemplateApproving } from './templates/template-approving.service';
import { TemplatePreviewEntity } from './templates/template-preview.entity';
import { TemplateVersionEntity } from './templates/template-version.entity';
import { SimulationRowEntity } from './schemes/simulation-row.entity';

export const accreditation = lib({
  name: 'accreditation',
  standsOn: ['letters', 'printing', 'people', 'events', 'course', 'progress'],
  module: AccreditationModule,
  worker: [
    RetakeLettersModule,
    BatchWorkModule,
    ObligationsModule,
    SchemesWorkModule,
    WithdrawalsWorkModule,
    ApprovalsWorkModule,
  ],
  entities: [
    SchemeEntity,
    SchemeVersionEntity,
    RequirementEntity,
    WayEntity,
    EvidenceEntity,
    ClaimEntity,
    ClaimFileEntity,
    AwardEntity,
    LostAwardEntity,
    CertificateEntity,
    RevocationEntity,
    NameChangeEntity,
    SuspensionEntity,
    ByHandEntity,
    ByHandFileEntity,
    BatchEntity,
    BatchRowEntity,
    MandateEntity,
    ObligationEntity,
    TopUpEntity,
    ReminderEntity,
    GroupNudgeEntity,
    RetakeReminderEntity,
    ExpiryReminderEntity,
    SettlingMarkEntity,
    CredentialEntity,
    IssuerKeyEntity,
    BodyTrainingEntity,
    RegisterEditionEntity,
    StatutoryAccreditationEntity,
    SimulationEntity,
    SimulationRowEntity,
    WithdrawalLetterEntity,
    TemplateVersionEntity,
    TemplatePreviewEntity,
    PictureEntity,
    SignatoryEntity,
    CouncilMarkEntity,
    NameShownEntity,
    ApprovalLetterEntity,
  ],
  windows: [
    CertificateStanding,
    RevocationStanding,
    NameChangeStanding,
    SuspensionStanding,
    ByHandStanding,
    AwardWaiting,
    AccreditationWaiting,
    MandateStanding,
    ObligationStanding,
    TopUpStanding,
    TemplateStanding,
    CouncilMarkStanding,
  ],
  migrations: accreditationMigrations,
  jobs: [
    { queue: 'certificates', name: PRINT_JOB, payload: PrintPayload },
    { queue: 'templates', name: PRINT_JOB, payload: PrintPayload },
  ],
  listens: [
    { event: CoursePublished, by: CoreSkills },
    { event: CourseDescribed, by: CoreSkills },
    { event: CourseWithdrawn, by: CoreSkills },
    { event: CourseBecomesTaster, by: CoreSkills },
    { event: AttendanceCorrected, by: AttendanceEvidence },
    { event: AttendanceRecorded, by: AttendanceEvidence },
    { event: CourseCompleted, by: Awards },
    { event: CourseCompletedAgain, by: Awards },
    { event: CompletionBelieved, by: Awards },
    { event: PersonLostRoles, by: Revocations },
    { event: PersonLostRoles, by: Suspensions },
    { event: PersonLostRoles, by: IssuingByHand },
    { event: PersonLostRoles, by: Mandates },
    { event: PersonShutOut, by: Settling },
    { event: MembershipsChanged, by: Settling },
    { event: PersonLostRoles, by: StatutoryRegister },
    { event: PersonLostRoles, by: Adopting },
    { event: PersonLostRoles, by: TemplateApproving },
    { event: PersonLostRoles, by: CouncilMarks },
  ],
  personData: accreditationPersonData,
});
