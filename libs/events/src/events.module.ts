import { Module } from '@nestjs/common';
import { AttendanceRepository } from './attendance/attendance.repository';
import { CheckInKey } from './attendance/check-in-key';
import { CheckIns } from './attendance/check-ins.service';
import { Registers } from './attendance/registers.service';
import { ProgrammeExport } from './import/programme-export.service';
import { ProgrammeImportRepository } from './import/programme-import.repository';
import { ProgrammeImports } from './import/programme-imports.service';
import { NeedsKey } from './needs/needs-key';
import { NeedsRepository } from './needs/needs.repository';
import { NeedsService } from './needs/needs.service';
import { ProgrammeRepository } from './programme/programme.repository';
import { Programme } from './programme/programme.service';
import { ShownProgramme } from './programme/shown-programme.queries';

@Module({
  providers: [
    AttendanceRepository,
    CheckInKey,
    CheckIns,
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
  exports: [CheckIns, NeedsService, Programme, ProgrammeExport, ProgrammeImports, Registers, ShownProgramme],
})
export class EventsModule {}
