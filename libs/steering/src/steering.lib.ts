import { PersonLostRoles, ProposalTakesEffect } from '@induct/people';
import { lib } from '@induct/platform';
import { Overrides } from './gate/overrides.service';
import { LeastQuorum } from './rounds/least-quorum';
import { REPORT_JOB, ReportPayload } from './report/report.job';
import { SteeringModule } from './steering.module';
import { steeringMigrations } from './tables/tables';

export const steering = lib({
  name: 'steering',
  module: SteeringModule,
  migrations: steeringMigrations,
  jobs: [{ queue: 'reports', name: REPORT_JOB, payload: ReportPayload }],
  listens: [
    { event: PersonLostRoles, by: Overrides },
    { event: ProposalTakesEffect, by: LeastQuorum },
  ],
});
