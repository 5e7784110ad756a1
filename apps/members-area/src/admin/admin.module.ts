import { Module } from '@nestjs/common';
import { MemberController } from './members/member.controller';
import { MemberQueries } from './members/member.queries';
import { OverviewController } from './overview/overview.controller';
import { OverviewQueries } from './overview/overview.queries';
import { FiguresQueries } from './progress/figures.queries';
import { ProgressController } from './progress/progress.controller';
import { ProgressQueries } from './progress/progress.queries';

/** The officers' desk. */
@Module({
  controllers: [MemberController, OverviewController, ProgressController],
  providers: [FiguresQueries, MemberQueries, OverviewQueries, ProgressQueries],
})
export class AdminModule {}
