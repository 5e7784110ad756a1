import { lib } from '@induct/platform';
import { EventsModule } from './events.module';
import { eventsPersonData } from './events.person-data';
import { EventEntity } from './programme/event.entity';
import { FixedDateEntity } from './programme/fixed-date.entity';
import { PartEntity } from './programme/part.entity';
import { PlannedOutcomeEntity } from './programme/planned-outcome.entity';
import { PoolEntity } from './programme/pool.entity';
import { SessionEntity } from './programme/session.entity';
import { eventsMigrations } from './tables/tables';
import { SessionStanding } from './windows/session-standing.window';

export const events = lib({
  name: 'events',
  standsOn: ['letters', 'printing', 'people'],
  module: EventsModule,
  entities: [EventEntity, FixedDateEntity, PartEntity, PlannedOutcomeEntity, PoolEntity, SessionEntity],
  windows: [SessionStanding],
  migrations: eventsMigrations,
  personData: eventsPersonData,
});
