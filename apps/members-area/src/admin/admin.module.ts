import { Module } from '@nestjs/common';
import { AccreditationModule } from '@induct/accreditation';
import { CourseModule } from '@induct/course';
import { CertificateController } from './certificates/certificate.controller';
import { CertificateQueries } from './certificates/certificate.queries';
import { RegisterController } from './certificates/register.controller';
import { RevokeController } from './certificates/revoke.controller';
import { JobsController } from './jobs/jobs.controller';
import { QueueBoard } from './jobs/queue-board';
import { Retrying } from './jobs/retrying.service';
import { MemberController } from './members/member.controller';
import { MemberQueries } from './members/member.queries';
import { ModulesController } from './modules/modules.controller';
import { ModulesQueries } from './modules/modules.queries';
import { PublishController } from './modules/publish.controller';
import { OverviewController } from './overview/overview.controller';
import { OverviewQueries } from './overview/overview.queries';
import { FiguresQueries } from './progress/figures.queries';
import { ProgressController } from './progress/progress.controller';
import { ProgressQueries } from './progress/progress.queries';
import { UploadNewController } from './uploads/upload-new.controller';
import { UploadsController } from './uploads/uploads.controller';
import { UploadsQueries } from './uploads/uploads.queries';

/** The officers' desk. */
@Module({
  imports: [AccreditationModule, CourseModule],
  controllers: [
    CertificateController,
    JobsController,
    MemberController,
    ModulesController,
    OverviewController,
    ProgressController,
    PublishController,
    RegisterController,
    RevokeController,
    // Before UploadsController, whose `:id` would take `new`.
    UploadNewController,
    UploadsController,
  ],
  providers: [
    CertificateQueries,
    FiguresQueries,
    MemberQueries,
    ModulesQueries,
    OverviewQueries,
    ProgressQueries,
    QueueBoard,
    Retrying,
    UploadsQueries,
  ],
})
export class AdminModule {}
