import { Module } from '@nestjs/common';
import { LettersModule } from '@induct/letters';
import { PeopleModule } from '@induct/people';
import { AttendanceRepository } from './attendance/attendance.repository';
import { CheckInKey } from './attendance/check-in-key';
import { CheckIns } from './attendance/check-ins.service';
import { Registers } from './attendance/registers.service';
import { ProgrammeExport } from './import/programme-export.service';
import { ProgrammeImportRepository } from './import/programme-import.repository';
import { ProgrammeImports } from './import/programme-imports.service';
import { ProgrammeRepository } from './programme/programme.repository';
import { Programme } from './programme/programme.service';
import { ShownProgramme } from './programme/shown-programme.queries';
import { EventProposals } from './proposals/event-proposals.service';
import { EventProposalRepository } from './proposals/proposals.repository';
import { versionProviders, versionServices } from './versions/version.providers';

@Module({
  imports: [LettersModule, PeopleModule],
  providers: [
    ...versionProviders,
    EventProposalRepository,
    EventProposals,
    AttendanceRepository,
    CheckInKey,
    CheckIns,
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
    EventProposals,
    CheckIns,
    Programme,
    ProgrammeExport,
    ProgrammeImports,
    Registers,
    ShownProgramme,
  ],
})
export class EventsModule {}
