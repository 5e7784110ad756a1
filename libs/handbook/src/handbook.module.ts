import { Module } from '@nestjs/common';
import { EventsModule } from '@induct/events';
import { LettersModule } from '@induct/letters';
import { PeopleModule } from '@induct/people';
import { CandidatesAreas } from './candidates/candidates-area.service';
import { ElectionDaysRepository } from './first-weeks/election-days.repository';
import { ElectionDays } from './first-weeks/election-days.service';
import { FirstStepRepository } from './first-weeks/first-step.repository';
import { FirstSteps } from './first-weeks/first-steps.service';
import { OwnWeeksRepository } from './own-weeks/own-weeks.repository';
import { OwnFirstWeeks } from './own-weeks/own-weeks.service';

@Module({
  imports: [EventsModule, LettersModule, PeopleModule],
  providers: [
    CandidatesAreas,
    ElectionDays,
    ElectionDaysRepository,
    FirstStepRepository,
    FirstSteps,
    OwnFirstWeeks,
    OwnWeeksRepository,
  ],
  exports: [CandidatesAreas, ElectionDays, FirstSteps, OwnFirstWeeks],
})
export class HandbookModule {}
