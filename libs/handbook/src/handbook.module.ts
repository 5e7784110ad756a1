import { Module } from '@nestjs/common';
import { EventsModule } from '@induct/events';
import { LettersModule } from '@induct/letters';
import { PeopleModule } from '@induct/people';
import { CandidatesAreas } from './candidates/candidates-area.service';
import { ElectionDaysRepository } from './first-weeks/election-days.repository';
import { ElectionDays } from './first-weeks/election-days.service';
import { FirstStepRepository } from './first-weeks/first-step.repository';
import { FirstSteps } from './first-weeks/first-steps.service';
import { Library } from './library/library.service';
import { LibrarySearch } from './library/library-search';
import { LibraryLists } from './library/library-list.queries';
import { LibraryReading } from './library/library-reading.service';
import { ResourceFiles } from './library/resource-files.service';
import { ResourceRepository } from './library/resource.repository';
import { ShownQueries } from './library/shown.queries';
import { LinkCheckRepository } from './links/link-check.repository';
import { LinkChecks } from './links/link-checks.service';
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
    Library,
    LibraryLists,
    LibraryReading,
    LibrarySearch,
    LinkCheckRepository,
    LinkChecks,
    OwnFirstWeeks,
    OwnWeeksRepository,
    ResourceFiles,
    ResourceRepository,
    ShownQueries,
  ],
  exports: [
    CandidatesAreas,
    ElectionDays,
    FirstSteps,
    Library,
    LibraryLists,
    LibraryReading,
    LibrarySearch,
    LinkChecks,
    OwnFirstWeeks,
    ResourceFiles,
    ResourceRepository,
  ],
})
export class HandbookModule {}
