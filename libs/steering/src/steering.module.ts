import { Module } from '@nestjs/common';
import { PublishingModule } from '@induct/course';
import { LettersModule } from '@induct/letters';
import { PeopleModule } from '@induct/people';
import { actProviders, actServices } from './acts.providers';
import { FindingQueries } from './reading/finding.queries';
import { previewProviders, previewServices } from './preview/preview.providers';
import { reportProviders, reportServices } from './report/report.providers';
import { RoundActs } from './rounds/round-acts';
import { RoundQueries } from './reading/round.queries';
import { RoundRepository } from './rounds/round.repository';
import { SteeringHomeQueries } from './reading/steering-home.queries';

const queries = [FindingQueries, RoundQueries, SteeringHomeQueries];

/** The steering group's testing, and the gate before publishing. Needs the platform module. */
@Module({
  imports: [LettersModule, PublishingModule, PeopleModule],
  providers: [...actProviders, ...previewProviders, ...reportProviders, ...queries],
  exports: [...actServices, ...previewServices, ...reportServices, ...queries, RoundActs, RoundRepository],
})
export class SteeringModule {}
