import { Module } from '@nestjs/common';
import { EventsModule } from '@induct/events';
import { PeopleModule } from '@induct/people';
import { CandidatesAreas } from './candidates/candidates-area.service';
import { ElectionDaysRepository } from './first-weeks/election-days.repository';
import { ElectionDays } from './first-weeks/election-days.service';
import { FirstStepRepository } from './first-weeks/first-step.repository';
import { FirstSteps } from './first-weeks/first-steps.service';

@Module({
  imports: [EventsModule, PeopleModule],
  providers: [CandidatesAreas, ElectionDays, ElectionDaysRepository, FirstStepRepository, FirstSteps],
  exports: [CandidatesAreas, ElectionDays, FirstSteps],
})
export class HandbookModule {}
