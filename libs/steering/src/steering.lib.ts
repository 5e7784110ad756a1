import { PersonLostRoles, PersonShutOut, ProposalTakesEffect } from '@induct/people';
import { lib } from '@induct/platform';
import { PRINT_JOB, PrintPayload } from '@induct/printing';
import { Overrides } from './gate/overrides.service';
import { LeastQuorum } from './rounds/least-quorum';
import { OpenPreviews } from './preview/open-previews';
import { SteeringModule } from './steering.module';
import { steeringMigrations } from './tables/tables';
import { NoSaid } from './windows/no-said.window';
import { OverrideStanding } from './windows/override-standing.window';
import { RoundStanding } from './windows/round-standing.window';
import { RoundTester } from './windows/round-tester.window';

export const steering = lib({
  name: 'steering',
  module: SteeringModule,
  windows: [NoSaid, OverrideStanding, RoundStanding, RoundTester],
  migrations: steeringMigrations,
  jobs: [{ queue: 'reports', name: PRINT_JOB, payload: PrintPayload }],
  listens: [
    { event: PersonLostRoles, by: Overrides },
    { event: PersonShutOut, by: OpenPreviews },
    { event: ProposalTakesEffect, by: LeastQuorum },
  ],
});
