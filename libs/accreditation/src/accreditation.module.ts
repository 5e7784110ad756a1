import { Module } from '@nestjs/common';
import { Courses } from '@induct/course';
import { LettersModule } from '@induct/letters';
import { PeopleModule } from '@induct/people';
import { ProgressModule } from '@induct/progress';
import { AwardRepository } from './award.repository';
import { Awards } from './awards.service';
import { CertificateMail } from './certificate-mail';
import { CertificateRepository } from './certificate.repository';
import { Certificates } from './certificates.service';
import { Issuing } from './issuing.service';
import { LearningRecord } from './learning-record';
import { CertificateQueue } from './printing/certificate-queue';
import { PrintedCertificates } from './printing/printed-certificates';
import { RenderingRepository } from './printing/rendering.repository';
import { RegisterQueries } from './register.queries';
import { RevocationRepository } from './revocation.repository';
import { Revocations } from './revocations.service';
import { SchemeRepository } from './scheme.repository';
import { SignatoryRepository } from './signatory.repository';
import { Verification } from './verification.service';

/** Needs the platform and a queue. */
@Module({
  imports: [LettersModule, PeopleModule, ProgressModule],
  providers: [
    AwardRepository,
    Awards,
    CertificateMail,
    CertificateQueue,
    CertificateRepository,
    Certificates,
    // Only what reads: the module of courses also minds uploads, which is not for every process.
    Courses,
    Issuing,
    LearningRecord,
    PrintedCertificates,
    RegisterQueries,
    RenderingRepository,
    RevocationRepository,
    Revocations,
    SchemeRepository,
    SignatoryRepository,
    Verification,
  ],
  exports: [Awards, Certificates, PrintedCertificates, Revocations, Verification],
})
export class AccreditationModule {}
