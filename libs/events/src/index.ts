export { events } from './events.lib';
export { EventsModule } from './events.module';
export { ATTENDANCE_VALUES, type AttendanceValue } from './attendance/attendance.entity';
export * from './attendance/attendance.errors';
export { AttendanceCorrected, AttendanceRecorded } from './attendance/attendance.events';
export type { Correction, RegisterRow } from './attendance/attendance.repository';
export { type Mark, type Marking, Registers } from './attendance/registers.service';
export type { EventEntity } from './programme/event.entity';
export type { FixedDateEntity } from './programme/fixed-date.entity';
export * from './programme/parts';
export * from './programme/programme.errors';
export type { PlannedPool, PlannedSession } from './programme/programme.repository';
export { type DescribedEvent, Programme, type SessionPlan } from './programme/programme.service';
export * from './programme/programme.words';
export * from './programme/session-state';
export {
  type ListedSession,
  type NextSession,
  type ProgrammeFilter,
  type ShownEvent,
  ShownProgramme,
  type ShownSession,
} from './programme/shown-programme.queries';
export { AttendedStanding } from './windows/attended-standing.window';
export { SessionStanding } from './windows/session-standing.window';
