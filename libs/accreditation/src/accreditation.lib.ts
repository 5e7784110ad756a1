import { PersonLostRoles } from '@induct/people';
import { lib } from '@induct/platform';
import { PRINT_JOB, PrintPayload } from '@induct/printing';
import { CompletionBelieved, CourseCompleted, CourseCompletedAgain } from '@induct/progress';
import { AccreditationModule } from './accreditation.module';
import { Awards } from './awards.service';
import { Revocations } from './revocations.service';
import { accreditationMigrations } from './tables';
import { SchemeEntity } from './scheme.entity';
import { SchemeVersionEntity } from './scheme-version.entity';
import { AwardEntity } from './award.entity';
import { CertificateEntity } from './certificate.entity';
import { RevocationEntity } from './revocation.entity';
import { accreditationPersonData } from './accreditation.person-data';
import { CertificateStanding } from './certificate-standing.window';
import { RevocationStanding } from './revocation-standing.window';

export const accreditation = lib({
  name: 'accreditation',
  module: AccreditationModule,
  entities: [SchemeEntity, SchemeVersionEntity, AwardEntity, CertificateEntity, RevocationEntity],
  windows: [CertificateStanding, RevocationStanding],
  migrations: accreditationMigrations,
  jobs: [{ queue: 'certificates', name: PRINT_JOB, payload: PrintPayload }],
  listens: [
    { event: CourseCompleted, by: Awards },
    { event: CourseCompletedAgain, by: Awards },
    { event: CompletionBelieved, by: Awards },
    { event: PersonLostRoles, by: Revocations },
  ],
  personData: accreditationPersonData,
});
