import { CourseDescribed, CoursePublished, CourseWithdrawn } from '@induct/course';
import { PersonLostRoles } from '@induct/people';
import { lib } from '@induct/platform';
import { PRINT_JOB, PrintPayload } from '@induct/printing';
import { CompletionBelieved, CourseCompleted, CourseCompletedAgain } from '@induct/progress';
import { AccreditationModule } from './accreditation.module';
import { accreditationPersonData } from './accreditation.person-data';
import { AwardEntity } from './awards/award.entity';
import { SchemeEntity } from './awards/scheme.entity';
import { SchemeVersionEntity } from './awards/scheme-version.entity';
import { CertificateEntity } from './certificate/certificate.entity';
import { RevocationEntity } from './certificate/revocation.entity';
import { CoreSkills } from './requirements/core-skills.service';
import { EvidenceEntity } from './requirements/evidence.entity';
import { RequirementEntity } from './requirements/requirement.entity';
import { WayEntity } from './requirements/way.entity';
import { ClaimEntity } from './claims/claim.entity';
import { ClaimFileEntity } from './claims/claim-file.entity';
import { Awards } from './awards/awards.service';
import { Revocations } from './acts/revocations.service';
import { Adopting } from './schemes/adopting.service';
import { SchemesWorkModule } from './schemes/schemes-work.module';
import { RetakeLettersModule } from './retakes/retake-letters.module';
import { accreditationMigrations } from './tables/tables';
import { SimulationEntity } from './schemes/simulation.entity';
import { SimulationRowEntity } from './schemes/simulation-row.entity';
import { CertificateStanding } from './windows/certificate-standing.window';
import { RevocationStanding } from './windows/revocation-standing.window';

export const accreditation = lib({
  name: 'accreditation',
  standsOn: ['letters', 'printing', 'people', 'course', 'progress'],
  module: AccreditationModule,
  worker: [RetakeLettersModule, SchemesWorkModule],
  entities: [
    SchemeEntity,
    SchemeVersionEntity,
    RequirementEntity,
    WayEntity,
    EvidenceEntity,
    ClaimEntity,
    ClaimFileEntity,
    AwardEntity,
    CertificateEntity,
    RevocationEntity,
    SimulationEntity,
    SimulationRowEntity,
  ],
  windows: [CertificateStanding, RevocationStanding],
  migrations: accreditationMigrations,
  jobs: [{ queue: 'certificates', name: PRINT_JOB, payload: PrintPayload }],
  listens: [
    { event: CoursePublished, by: CoreSkills },
    { event: CourseDescribed, by: CoreSkills },
    { event: CourseWithdrawn, by: CoreSkills },
    { event: CourseCompleted, by: Awards },
    { event: CourseCompletedAgain, by: Awards },
    { event: CompletionBelieved, by: Awards },
    { event: PersonLostRoles, by: Revocations },
    { event: PersonLostRoles, by: Adopting },
  ],
  personData: accreditationPersonData,
});
