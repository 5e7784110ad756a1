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
import { Adopting } from './schemes/adopting.service';
import { DraftRepository } from './schemes/draft.repository';
import { Drafts } from './schemes/drafts.service';
import { Forecasting } from './schemes/forecasting.service';
import { HistoryRepository } from './awards/history.repository';
import { SchemeQueries } from './schemes/scheme.queries';
import { Levels } from './schemes/levels.service';
import { Settling } from './schemes/settling.service';
import { SimulationRepository } from './schemes/simulation.repository';
import { Simulations } from './schemes/simulations.service';
import { SignatoryRepository } from './certificate/signatory.repository';
import { WithdrawalRepository } from './withdrawals/withdrawal.repository';
import { Withdrawals } from './withdrawals/withdrawals.service';
import { Verification } from './certificate/verification.service';

/** Needs the platform and a queue. */
@Module({
  imports: [LettersModule, PeopleModule, ProgressModule],
  providers: [
    Adopting,
    DraftRepository,
    Drafts,
    Forecasting,
    HistoryRepository,
    Levels,
    SchemeQueries,
    Settling,
    SimulationRepository,
    Simulations,
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
    WithdrawalRepository,
    Withdrawals,
  ],
  exports: [
    Adopting,
    Drafts,
    Levels,
    SchemeQueries,
    Settling,
    Simulations,
    Asked,
    Awards,
    Certificates,
    Claims,
    PrintedCertificates,
    Revocations,
    Verification,
    Withdrawals,
  ],
})
export class AccreditationModule {}
