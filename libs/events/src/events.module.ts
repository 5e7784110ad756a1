import { Module } from '@nestjs/common';
import { AttendanceRepository } from './attendance/attendance.repository';
import { Registers } from './attendance/registers.service';
import { ProgrammeRepository } from './programme/programme.repository';
import { Programme } from './programme/programme.service';
import { ShownProgramme } from './programme/shown-programme.queries';

@Module({
  providers: [AttendanceRepository, Programme, ProgrammeRepository, Registers, ShownProgramme],
  exports: [Programme, Registers, ShownProgramme],
})
export class EventsModule {}
