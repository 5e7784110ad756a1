import { Module } from '@nestjs/common';
import { AttendanceRepository } from './attendance/attendance.repository';
import { CheckInKey } from './attendance/check-in-key';
import { CheckIns } from './attendance/check-ins.service';
import { Registers } from './attendance/registers.service';
import { BookingQueries } from './bookings/booking.queries';
import { BookingRepository } from './bookings/booking.repository';
import { Bookings } from './bookings/bookings.service';
import { Filling } from './bookings/filling';
import { SessionDoings } from './bookings/session-doings';
import { ProgrammeExport } from './import/programme-export.service';
import { ProgrammeImportRepository } from './import/programme-import.repository';
import { ProgrammeImports } from './import/programme-imports.service';
import { ProgrammeRepository } from './programme/programme.repository';
import { Programme } from './programme/programme.service';
import { ShownProgramme } from './programme/shown-programme.queries';

@Module({
  providers: [
    AttendanceRepository,
    BookingQueries,
    BookingRepository,
    Bookings,
    CheckInKey,
    CheckIns,
    Filling,
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
    BookingRepository,
    Bookings,
    CheckIns,
    Programme,
    ProgrammeExport,
    ProgrammeImports,
    Registers,
    ShownProgramme,
  ],
})
export class EventsModule {}
