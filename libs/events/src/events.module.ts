import { Module } from '@nestjs/common';
import { AttendanceRepository } from './attendance/attendance.repository';
import { CheckInKey } from './attendance/check-in-key';
import { CheckIns } from './attendance/check-ins.service';
import { Registers } from './attendance/registers.service';
import { ProgrammeRepository } from './programme/programme.repository';
import { Programme } from './programme/programme.service';

@Module({
  providers: [AttendanceRepository, CheckInKey, CheckIns, Programme, ProgrammeRepository, Registers],
  exports: [CheckIns, Programme, Registers],
})
export class EventsModule {}
