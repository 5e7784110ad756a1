import { Module } from '@nestjs/common';
import { AttendanceRepository } from './attendance/attendance.repository';
import { Registers } from './attendance/registers.service';
import { ProgrammeImportRepository } from './import/programme-import.repository';
import { ProgrammeImports } from './import/programme-imports.service';
import { ProgrammeRepository } from './programme/programme.repository';
import { Programme } from './programme/programme.service';

@Module({
  providers: [
    AttendanceRepository,
    Programme,
    ProgrammeImportRepository,
    ProgrammeImports,
    ProgrammeRepository,
    Registers,
  ],
  exports: [Programme, ProgrammeImports, Registers],
})
export class EventsModule {}
