import { Module } from '@nestjs/common';
import { LettersModule } from '@induct/letters';
import { PeopleModule } from '@induct/people';
import { AttendanceRepository } from './attendance/attendance.repository';
import { CheckInKey } from './attendance/check-in-key';
import { CheckIns } from './attendance/check-ins.service';
import { Registers } from './attendance/registers.service';
import { BookingLetters } from './calendar/booking-letters.service';
import { CalendarFeedRepository } from './calendar/calendar-feed.repository';
import { CalendarFeeds } from './calendar/calendar-feeds.service';
import { CalendarRepository } from './calendar/calendar.repository';
import { ProgrammeExport } from './import/programme-export.service';
import { ProgrammeImportRepository } from './import/programme-import.repository';
import { ProgrammeImports } from './import/programme-imports.service';
import { NeedsKey } from './needs/needs-key';
import { NeedsRepository } from './needs/needs.repository';
import { NeedsService } from './needs/needs.service';
import { ProgrammeRepository } from './programme/programme.repository';
import { Programme } from './programme/programme.service';
import { ShownProgramme } from './programme/shown-programme.queries';
import { CandidateRepository } from './candidates/candidate.repository';
import { Candidates } from './candidates/candidates.service';
import { EventProposals } from './proposals/event-proposals.service';
import { EventProposalRepository } from './proposals/proposals.repository';
import { OneToOneDays } from './slots/one-to-one-days.service';
import { versionProviders, versionServices } from './versions/version.providers';

@Module({
  imports: [LettersModule, PeopleModule],
  providers: [
    ...versionProviders,
    CandidateRepository,
    Candidates,
    EventProposalRepository,
    EventProposals,
    AttendanceRepository,
    BookingLetters,
    CalendarFeedRepository,
    CalendarFeeds,
    CalendarRepository,
    CheckInKey,
    CheckIns,
    OneToOneDays,
    NeedsKey,
    NeedsRepository,
    NeedsService,
    Programme,
    ProgrammeExport,
    ProgrammeImportRepository,
    ProgrammeImports,
    ProgrammeRepository,
    Registers,
    ShownProgramme,
  ],
  exports: [
    ...versionServices,
    Candidates,
    EventProposals,
    CheckIns,
    BookingLetters,
    CalendarFeeds,
    CalendarRepository,
    NeedsService,
    OneToOneDays,
    Programme,
    ProgrammeExport,
    ProgrammeImports,
    Registers,
    ShownProgramme,
  ],
})
export class EventsModule {}
