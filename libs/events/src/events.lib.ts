import { lib } from '@induct/platform';
import { PRINT_JOB, PrintPayload } from '@induct/printing';
import { AttendanceWasEntity } from './attendance/attendance-was.entity';
import { AttendanceEntity } from './attendance/attendance.entity';
import { AttendanceCorrected, AttendanceRecorded } from './attendance/attendance.events';
import { AttendedEntity } from './attendance/attended.entity';
import { Registers } from './attendance/registers.service';
import { EventsModule } from './events.module';
import { eventsPersonData } from './events.person-data';
import { ProgrammeImportRowEntity } from './import/programme-import-row.entity';
import { ProgrammeImportEntity } from './import/programme-import.entity';
import { EventEntity } from './programme/event.entity';
import { FixedDateEntity } from './programme/fixed-date.entity';
import { PartEntity } from './programme/part.entity';
import { PlannedOutcomeEntity } from './programme/planned-outcome.entity';
import { PoolEntity } from './programme/pool.entity';
import { SessionEntity } from './programme/session.entity';
import { EventProposalEntity } from './proposals/event-proposal.entity';
import { eventsMigrations } from './tables/tables';
import { ProgrammeDecisionEntity } from './versions/programme-decision.entity';
import { ProgrammePaperEntity } from './versions/programme-paper.entity';
import { ProgrammePeriodEntity } from './versions/programme-period.entity';
import { ProgrammeVersionEntity } from './versions/programme-version.entity';
import { AttendedStanding } from './windows/attended-standing.window';
import { SessionStanding } from './windows/session-standing.window';

export const events = lib({
  name: 'events',
  standsOn: ['letters', 'printing', 'people'],
  module: EventsModule,
  entities: [
    AttendanceEntity,
    AttendanceWasEntity,
    AttendedEntity,
    EventEntity,
    EventProposalEntity,
    FixedDateEntity,
    PartEntity,
    PlannedOutcomeEntity,
    PoolEntity,
    ProgrammeDecisionEntity,
    ProgrammeImportEntity,
    ProgrammeImportRowEntity,
    ProgrammePaperEntity,
    ProgrammePeriodEntity,
    ProgrammeVersionEntity,
    SessionEntity,
  ],
  windows: [AttendedStanding, SessionStanding],
  migrations: eventsMigrations,
  jobs: [{ queue: 'programmes', name: PRINT_JOB, payload: PrintPayload }],
  announces: [
    { event: AttendanceCorrected, by: [Registers] },
    { event: AttendanceRecorded, by: [Registers] },
  ],
  personData: eventsPersonData,
});
