import { Module } from '@nestjs/common';
import { LettersModule } from '@induct/letters';
import { PeopleModule } from '@induct/people';
import { ProgressModule } from '@induct/progress';
import { AwardRepository } from './awards/award.repository';
import { Awards } from './awards/awards.service';
import { CertificateMail } from './certificate/certificate-mail';
import { CertificateRepository } from './certificate/certificate.repository';
import { Certificates } from './acts/certificates.service';
import { Holders } from './awards/holders';
import { Issuing } from './awards/issuing.service';
import { Asked } from './requirements/asked.queries';
import { ClaimRepository } from './claims/claim.repository';
import { Claims } from './claims/claims.service';
import { CoreSkills } from './requirements/core-skills.service';
import { EvidenceRepository } from './requirements/evidence.repository';
import { RequirementRepository } from './requirements/requirement.repository';
import { CertificateQueue } from './certificate/certificate-queue';
import { PrintedCertificates } from './printing/printed-certificates';
import { RenderingRepository } from './certificate/rendering.repository';
import { RegisterQueries } from './certificate/register.queries';
import { RevocationRepository } from './certificate/revocation.repository';
import { Revocations } from './acts/revocations.service';
import { SchemeRepository } from './awards/scheme.repository';
import { SignatoryRepository } from './certificate/signatory.repository';
import { BodyTrainingRepository } from './sitting/body-training.repository';
import { BodyTrainings } from './sitting/body-trainings.service';
import { EntriesRepository } from './sitting/entries.repository';
import { PublicRegisters } from './sitting/public-register.service';
import { StatutoryRegister } from './sitting/statutory-register.service';
import { StatutoryCertificates } from './sitting/statutory-certificates.queries';
import { WhoMaySit } from './sitting/who-may-sit.queries';
import { WithdrawalRepository } from './withdrawals/withdrawal.repository';
import { Withdrawals } from './withdrawals/withdrawals.service';
import { Verification } from './certificate/verification.service';

/** Needs the platform and a queue. */
@Module({
  imports: [LettersModule, PeopleModule, ProgressModule],
  providers: [
    Asked,
    AwardRepository,
    Awards,
    CertificateMail,
    CertificateQueue,
    CertificateRepository,
    Certificates,
    ClaimRepository,
    Claims,
    CoreSkills,
    EvidenceRepository,
    Holders,
    Issuing,
    PrintedCertificates,
    RegisterQueries,
    RenderingRepository,
    RequirementRepository,
    RevocationRepository,
    Revocations,
    SchemeRepository,
    SignatoryRepository,
    Verification,
    BodyTrainingRepository,
    BodyTrainings,
    EntriesRepository,
    PublicRegisters,
    StatutoryCertificates,
    StatutoryRegister,
    WhoMaySit,
    WithdrawalRepository,
    Withdrawals,
  ],
  exports: [
    Asked,
    Awards,
    Certificates,
    Claims,
    PrintedCertificates,
    Revocations,
    Verification,
    Withdrawals,
    BodyTrainings,
    PublicRegisters,
    StatutoryCertificates,
    StatutoryRegister,
    WhoMaySit,
  ],
})
export class AccreditationModule {}
