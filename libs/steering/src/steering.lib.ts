import { PersonLostRoles, PersonShutOut, ProposalTakesEffect } from '@induct/people';
import { lib } from '@induct/platform';
import { PRINT_JOB, PrintPayload } from '@induct/printing';
import { Overrides } from './gate/overrides.service';
import { LeastQuorum } from './rounds/least-quorum';
import { OpenPreviews } from './preview/open-previews';
import { RoundDeadlinesModule } from './round-deadlines.module';
import { SteeringModule } from './steering.module';
import { steeringMigrations } from './tables/tables';
import { TestRoundEntity } from './rules/test-round.entity';
import { TestRoundTesterEntity } from './rules/test-round-tester.entity';
import { SignOffEntity } from './rules/sign-off.entity';
import { FindingEntity } from './rules/finding.entity';
import { FindingCommentEntity } from './rules/finding-comment.entity';
import { PublishOverrideEntity } from './gate/publish-override.entity';
import { PreviewEntity } from './preview/preview.entity';
import { PreviewCallEntity } from './preview/preview-call.entity';
import { PreviewScoEntity } from './preview/preview-sco.entity';
import { RoundReportEntity } from './report/round-report.entity';
import { steeringPersonData } from './steering.person-data';
import { NoSaid } from './windows/no-said.window';
import { OverrideStanding } from './windows/override-standing.window';
import { RoundStanding } from './windows/round-standing.window';
import { RoundTester } from './windows/round-tester.window';

export const steering = lib({
  name: 'steering',
  standsOn: ['letters', 'printing', 'people', 'course'],
  module: SteeringModule,
  worker: [RoundDeadlinesModule],
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
  windows: [NoSaid, OverrideStanding, RoundStanding, RoundTester],
  migrations: steeringMigrations,
  jobs: [{ queue: 'reports', name: PRINT_JOB, payload: PrintPayload }],
  listens: [
    { event: PersonLostRoles, by: Overrides },
    { event: PersonShutOut, by: OpenPreviews },
    { event: ProposalTakesEffect, by: LeastQuorum },
  ],
  personData: steeringPersonData,
});
