import { Module } from '@nestjs/common';
import { AccreditationModule } from '@induct/accreditation';
import { Comparisons, CourseModule } from '@induct/course';
import { LettersModule } from '@induct/letters';
import { ProgressModule } from '@induct/progress';
import { SteeringModule } from '@induct/steering';
import { CertificateController } from './certificates/certificate.controller';
import { CertificateQueries } from './certificates/certificate.queries';
import { RegisterController } from './certificates/register.controller';
import { RevokeController } from './certificates/revoke.controller';
import { JobsController } from './jobs/jobs.controller';
import { QueueBoard } from './jobs/queue-board';
import { Retrying } from './jobs/retrying.service';
import { LookController } from './members/look.controller';
import { LookQueries } from './members/look.queries';
import { MemberController } from './members/member.controller';
import { MemberQueries } from './members/member.queries';
import { HostsController } from './modules/hosts/hosts.controller';
import { ModulesController } from './modules/modules.controller';
import { ModulesQueries } from './modules/modules.queries';
import { DescribeController } from './modules/publish/describe.controller';
import { OverrideController } from './modules/publish/override.controller';
import { PublishPages } from './modules/publish/publish-pages';
import { PublishController } from './modules/publish/publish.controller';
import { DeleteController } from './modules/version/delete.controller';
import { NewRoundController } from './modules/version/new-round.controller';
import { PreviewController } from './modules/version/preview.controller';
import { VersionController } from './modules/version/version.controller';
import { VersionQueries } from './modules/version/version.queries';
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
  // Progress hears of what is published, and makes renewals.
  imports: [AccreditationModule, CourseModule, LettersModule, ProgressModule, SteeringModule],
  controllers: [
    CertificateController,
    DeleteController,
    DescribeController,
    HostsController,
    JobsController,
    // Before MemberController, whose `:id` would take `waiting`.
    LookController,
    MemberController,
    ModulesController,
    NewRoundController,
    OverrideController,
    OverviewController,
    PreviewController,
    ProgressController,
    PublishController,
    RegisterController,
    RevokeController,
    // Before UploadsController, whose `:id` would take `new`.
    UploadNewController,
    UploadsController,
    VersionController,
  ],
  providers: [
    CertificateQueries,
    Comparisons,
    FiguresQueries,
    LookQueries,
    MemberQueries,
    ModulesQueries,
    OverviewQueries,
    ProgressQueries,
    PublishPages,
    QueueBoard,
    Retrying,
    UploadsQueries,
    VersionQueries,
  ],
})
export class DeskModule {}
