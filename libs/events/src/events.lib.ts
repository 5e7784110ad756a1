import { lib } from '@induct/platform';
import { AttendanceWasEntity } from './attendance/attendance-was.entity';
import { AttendanceEntity } from './attendance/attendance.entity';
import { AttendanceCorrected, AttendanceRecorded } from './attendance/attendance.events';
import { AttendedEntity } from './attendance/attended.entity';
import { Registers } from './attendance/registers.service';
import { BookingEntity } from './bookings/booking.entity';
import { InterestEntity } from './bookings/interest.entity';
import { BookingWorkModule } from './bookings/booking-work.module';
import { SessionDoings } from './bookings/session-doings';
import { EventsModule } from './events.module';
import { eventsPersonData } from './events.person-data';
import { ProgrammeImportRowEntity } from './import/programme-import-row.entity';
import { ProgrammeImportEntity } from './import/programme-import.entity';
import { GuestEntity } from './partners/guest.entity';
import { PartnerEntity } from './partners/partner.entity';
import { EventEntity } from './programme/event.entity';
import { FixedDateEntity } from './programme/fixed-date.entity';
import { PartEntity } from './programme/part.entity';
import { PlannedOutcomeEntity } from './programme/planned-outcome.entity';
import { PoolEntity } from './programme/pool.entity';
import { SessionChanged } from './programme/programme.events';
import { Programme } from './programme/programme.service';
import { SessionEntity } from './programme/session.entity';
import { eventsMigrations } from './tables/tables';
import { AttendedStanding } from './windows/attended-standing.window';
import { BookingStanding } from './windows/booking-standing.window';
import { SessionStanding } from './windows/session-standing.window';

export const events = lib({
  name: 'events',
  standsOn: ['letters', 'printing', 'people'],
  module: EventsModule,
  worker: [BookingWorkModule],
  entities: [
    AttendanceEntity,
    AttendanceWasEntity,
    AttendedEntity,
    BookingEntity,
    EventEntity,
    FixedDateEntity,
    GuestEntity,
    InterestEntity,
    PartEntity,
    PartnerEntity,
    PlannedOutcomeEntity,
    PoolEntity,
    ProgrammeImportEntity,
    ProgrammeImportRowEntity,
    SessionEntity,
  ],
  windows: [AttendedStanding, BookingStanding, SessionStanding],
  migrations: eventsMigrations,
  announces: [
    { event: AttendanceCorrected, by: [Registers] },
    { event: AttendanceRecorded, by: [Registers] },
    { event: SessionChanged, by: [Programme] },
  ],
  listens: [{ event: SessionChanged, by: SessionDoings }],
  personData: eventsPersonData,
});
