import { Module } from '@nestjs/common';
import { EventsModule } from '@induct/events';
import { LettersModule } from '@induct/letters';
import { PeopleModule } from '@induct/people';
import { CandidatesAreas } from './candidates/candidates-area.service';
import { Editions } from './editions/editions.service';
import { EditionsRepository } from './editions/editions.repository';
import { PrintedHandbooks } from './editions/printed-handbooks';
import { PaperWishes } from './editions/paper-wishes';
import { ElectionDaysRepository } from './first-weeks/election-days.repository';
import { ElectionDays } from './first-weeks/election-days.service';
import { FirstStepRepository } from './first-weeks/first-step.repository';
import { FirstSteps } from './first-weeks/first-steps.service';
import { Library } from './library/library.service';
import { LibraryLists } from './library/library-list.queries';
import { LibraryReading } from './library/library-reading.service';
import { ResourceFiles } from './library/resource-files.service';
import { ResourceEntries } from './library/resource-entries';
import { ResourceRepository } from './library/resource.repository';
import { ShownQueries } from './library/shown.queries';
import { LinkCheckRepository } from './links/link-check.repository';
import { LinkChecks } from './links/link-checks.service';
import { OwnWeeksRepository } from './own-weeks/own-weeks.repository';
import { OwnFirstWeeks } from './own-weeks/own-weeks.service';
import { HandbookDistricts } from './sections/districts.queries';
import { HandbookFinding } from './sections/handbook-finding.service';
import { HandbookTextRepository } from './sections/handbook-texts.repository';
import { HandbookTexts } from './sections/handbook-texts.service';

@Module({
  imports: [EventsModule, LettersModule, PeopleModule],
  providers: [
    CandidatesAreas,
    Editions,
    EditionsRepository,
    ElectionDays,
    ElectionDaysRepository,
    FirstStepRepository,
    FirstSteps,
    HandbookDistricts,
    HandbookFinding,
    HandbookTextRepository,
    HandbookTexts,
    Library,
    LibraryLists,
    LibraryReading,
    LinkCheckRepository,
    LinkChecks,
    OwnFirstWeeks,
    OwnWeeksRepository,
    PaperWishes,
    PrintedHandbooks,
    ResourceEntries,
    ResourceFiles,
    ResourceRepository,
    ShownQueries,
  ],
  exports: [
    CandidatesAreas,
    Editions,
    ElectionDays,
    FirstSteps,
    HandbookDistricts,
    HandbookFinding,
    HandbookTexts,
    Library,
    LibraryLists,
    LibraryReading,
    LinkChecks,
    OwnFirstWeeks,
    PaperWishes,
    PrintedHandbooks,
    ResourceFiles,
    ResourceRepository,
  ],
})
export class HandbookModule {}
