import { PersonLostRoles, ProposalTakesEffect } from '@induct/people';
import { lib } from '@induct/platform';
import { Overrides } from './gate/overrides.service';
import { LeastQuorum } from './rounds/least-quorum';
import { REPORT_JOB, ReportPayload } from './report/report.job';
import { SteeringModule } from './steering.module';
import { steeringMigrations } from './tables/tables';
import { TestRoundEntity } from './rounds/test-round.entity';
import { TestRoundTesterEntity } from './rounds/test-round-tester.entity';
import { SignOffEntity } from './rounds/sign-off.entity';
import { FindingEntity } from './findings/finding.entity';
import { FindingCommentEntity } from './findings/finding-comment.entity';
import { PublishOverrideEntity } from './gate/publish-override.entity';
import { PreviewEntity } from './preview/preview.entity';
import { PreviewCallEntity } from './preview/preview-call.entity';
import { PreviewScoEntity } from './preview/preview-sco.entity';
import { RoundReportEntity } from './report/round-report.entity';
import { steeringPersonData } from './steering.person-data';

export const steering = lib({
  name: 'steering',
  module: SteeringModule,
  entities: [
    TestRoundEntity,
    TestRoundTesterEntity,
    SignOffEntity,
    FindingEntity,
    FindingCommentEntity,
    PublishOverrideEntity,
    PreviewEntity,
    PreviewCallEntity,
    PreviewScoEntity,
    RoundReportEntity,
  ],
  migrations: steeringMigrations,
  jobs: [{ queue: 'reports', name: REPORT_JOB, payload: ReportPayload }],
  listens: [
    { event: PersonLostRoles, by: Overrides },
    { event: ProposalTakesEffect, by: LeastQuorum },
  ],
  personData: steeringPersonData,
});
