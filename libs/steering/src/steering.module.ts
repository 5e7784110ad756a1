import { Module } from '@nestjs/common';
import { PublishingModule } from '@induct/course';
import { PeopleModule } from '@induct/people';
import { Findings } from './findings.service';
import { GatedPublishing } from './gated-publishing.service';
import { previewProviders, previewServices } from './preview';
import { Rounds } from './rounds.service';
import { SignOffs } from './sign-offs.service';
import { SteeringQueries } from './steering.queries';

/** The steering group's testing, and the gate before publishing. Needs the platform module. */
@Module({
  imports: [PublishingModule, PeopleModule],
  providers: [...previewProviders, Findings, GatedPublishing, Rounds, SignOffs, SteeringQueries],
  exports: [...previewServices, Findings, GatedPublishing, Rounds, SignOffs, SteeringQueries],
})
export class SteeringModule {}
