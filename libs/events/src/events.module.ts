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
import { BookingQueries } from './bookings/booking.queries';
import { BookingRepository } from './bookings/booking.repository';
import { Bookings } from './bookings/bookings.service';
import { Filling } from './bookings/filling';
import { SessionDoings } from './bookings/session-doings';
import { ProgrammeExport } from './import/programme-export.service';
import { ProgrammeImportRepository } from './import/programme-import.repository';
import { ProgrammeImports } from './import/programme-imports.service';
import { NeedsKey } from './needs/needs-key';
import { NeedsRepository } from './needs/needs.repository';
import { NeedsService } from './needs/needs.service';
import { ProgrammeRepository } from './programme/programme.repository';
import { Programme } from './programme/programme.service';
import { ShownProgramme } from './programme/shown-programme.queries';
import { OneToOneDays } from './slots/one-to-one-days.service';
import { EventProposals } from './proposals/event-proposals.service';
import { EventProposalRepository } from './proposals/proposals.repository';
import { versionProviders, versionServices } from './versions/version.providers';

@Module({
  imports: [LettersModule, PeopleModule],
  providers: [
    ...versionProviders,
    AttendanceRepository,
    BookingLetters,
    BookingQueries,
    BookingRepository,
    Bookings,
    CalendarFeedRepository,
    CalendarFeeds,
    CalendarRepository,
    CheckInKey,
    CheckIns,
    EventProposalRepository,
    EventProposals,
    Filling,
    NeedsKey,
    NeedsRepository,
    NeedsService,
    OneToOneDays,
    Programme,
    ProgrammeExport,
    ProgrammeImportRepository,
    ProgrammeImports,
    ProgrammeRepository,
    Registers,
    SessionDoings,
    ShownProgramme,
  ],
  exports: [
    ...versionServices,
    BookingLetters,
    BookingRepository,
    Bookings,
    CalendarFeeds,
    CalendarRepository,
    CheckIns,
    EventProposals,
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
