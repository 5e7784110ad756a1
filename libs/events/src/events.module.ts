import { Module } from '@nestjs/common';
import { AttendanceRepository } from './attendance/attendance.repository';
import { Registers } from './attendance/registers.service';
import { ProgrammeExport } from './import/programme-export.service';
import { ProgrammeImportRepository } from './import/programme-import.repository';
import { ProgrammeImports } from './import/programme-imports.service';
import { ProgrammeRepository } from './programme/programme.repository';
import { Programme } from './programme/programme.service';

@Module({
  providers: [
    AttendanceRepository,
    Programme,
    ProgrammeExport,
    ProgrammeImportRepository,
    ProgrammeImports,
    ProgrammeRepository,
    Registers,
  ],
  exports: [Programme, ProgrammeExport, ProgrammeImports, Registers],
})
export class EventsModule {}
