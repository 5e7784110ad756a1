import { Module } from '@nestjs/common';
import { AttendanceRepository } from './attendance/attendance.repository';
import { Registers } from './attendance/registers.service';
import { ProgrammeRepository } from './programme/programme.repository';
import { Programme } from './programme/programme.service';

@Module({
  providers: [AttendanceRepository, Programme, ProgrammeRepository, Registers],
  exports: [Programme, Registers],
})
export class EventsModule {}
