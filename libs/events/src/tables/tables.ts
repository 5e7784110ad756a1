import { Attendance1797000000260 } from './attendance.tables';
import { ProgrammeImport1797000000210 } from './import.tables';
import { Programme1797000000200 } from './programme.tables';
import { EventProposal1797000000221 } from './proposal.tables';
import { ProgrammeVersions1797000000220 } from './versions.tables';

export const eventsMigrations = [
  Programme1797000000200,
  ProgrammeImport1797000000210,
  Attendance1797000000260,
  ProgrammeVersions1797000000220,
  EventProposal1797000000221,
];
