import { Module } from '@nestjs/common';
import { CourseModule } from '@induct/course';
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
  imports: [CourseModule],
  controllers: [
    MemberController,
    ModulesController,
    OverviewController,
    ProgressController,
    PublishController,
    // Before UploadsController, whose `:id` would take `new`.
    UploadNewController,
    UploadsController,
  ],
  providers: [FiguresQueries, MemberQueries, ModulesQueries, OverviewQueries, ProgressQueries, UploadsQueries],
})
export class AdminModule {}
