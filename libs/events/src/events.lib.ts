import { lib } from '@induct/platform';
import { AttendanceWasEntity } from './attendance/attendance-was.entity';
import { AttendanceEntity } from './attendance/attendance.entity';
import { AttendanceCorrected, AttendanceRecorded } from './attendance/attendance.events';
import { AttendedEntity } from './attendance/attended.entity';
import { Registers } from './attendance/registers.service';
import { EventsModule } from './events.module';
import { eventsPersonData } from './events.person-data';
import { EventEvaluationEntity } from './evaluation/event-evaluation.entity';
import { FeedbackAnswerEntity } from './feedback/feedback-answer.entity';
import { FeedbackInvitationEntity } from './feedback/feedback-invitation.entity';
import { FeedbackRoundEntity } from './feedback/feedback-round.entity';
import { FeedbackWorkModule } from './feedback/feedback-work.module';
import { QuestionEntity } from './feedback/question.entity';
import { ProgrammeImportRowEntity } from './import/programme-import-row.entity';
import { ProgrammeImportEntity } from './import/programme-import.entity';
import { LessonCaptureEntity } from './lessons/lesson-capture.entity';
import { LessonEntity } from './lessons/lesson.entity';
import { EventEntity } from './programme/event.entity';
import { FixedDateEntity } from './programme/fixed-date.entity';
import { PartEntity } from './programme/part.entity';
import { PlannedOutcomeEntity } from './programme/planned-outcome.entity';
import { PoolEntity } from './programme/pool.entity';
import { SessionEntity } from './programme/session.entity';
import { eventsMigrations } from './tables/tables';
import { AttendedStanding } from './windows/attended-standing.window';
import { FeedbackStanding } from './windows/feedback-standing.window';
import { SessionStanding } from './windows/session-standing.window';

export const events = lib({
  name: 'events',
  standsOn: ['letters', 'printing', 'people'],
  module: EventsModule,
  worker: [FeedbackWorkModule],
  entities: [
    AttendanceEntity,
    AttendanceWasEntity,
    AttendedEntity,
    EventEntity,
    EventEvaluationEntity,
    FeedbackAnswerEntity,
    FeedbackInvitationEntity,
    FeedbackRoundEntity,
    FixedDateEntity,
    LessonCaptureEntity,
    LessonEntity,
    PartEntity,
    PlannedOutcomeEntity,
    PoolEntity,
    ProgrammeImportEntity,
    ProgrammeImportRowEntity,
    QuestionEntity,
    SessionEntity,
  ],
  windows: [AttendedStanding, FeedbackStanding, SessionStanding],
  migrations: eventsMigrations,
  announces: [
    { event: AttendanceCorrected, by: [Registers] },
    { event: AttendanceRecorded, by: [Registers] },
  ],
  personData: eventsPersonData,
});
