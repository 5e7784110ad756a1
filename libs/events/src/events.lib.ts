import { lib } from '@induct/platform';
import { PRINT_JOB, PrintPayload } from '@induct/printing';
import { AttendanceWasEntity } from './attendance/attendance-was.entity';
import { AttendanceWorkModule } from './attendance/attendance-work.module';
import { AttendanceEntity } from './attendance/attendance.entity';
import { AttendanceCorrected, AttendanceRecorded } from './attendance/attendance.events';
import { AttendedEntity } from './attendance/attended.entity';
import { Registers } from './attendance/registers.service';
import { BookingEntity } from './bookings/booking.entity';
import { InterestEntity } from './bookings/interest.entity';
import { BookingChanged } from './bookings/booking.events';
import { BookingLetterEntity } from './calendar/booking-letter.entity';
import { BookingLettersModule } from './calendar/booking-letters.module';
import { BookingLetters } from './calendar/booking-letters.service';
import { CalendarChoiceEntity } from './calendar/calendar-choice.entity';
import { CalendarEntryEntity } from './calendar/calendar-entry.entity';
import { CalendarFeedEntity } from './calendar/calendar-feed.entity';
import { BookingWorkModule } from './bookings/booking-work.module';
import { Filling } from './bookings/filling';
import { SessionDoings } from './bookings/session-doings';
import { CandidateLettersModule } from './candidates/candidate-letters.module';
import { CandidateEntity } from './candidates/candidate.entity';
import { EventsModule } from './events.module';
import { eventsPersonData } from './events.person-data';
import { EventEvaluationEntity } from './evaluation/event-evaluation.entity';
import { FeedbackAnswerEntity } from './feedback/feedback-answer.entity';
import { FeedbackInvitationEntity } from './feedback/feedback-invitation.entity';
import { FeedbackRoundEntity } from './feedback/feedback-round.entity';
import { FeedbackWorkModule } from './feedback/feedback-work.module';
import { QuestionEntity } from './feedback/question.entity';
import { LessonCaptureEntity } from './lessons/lesson-capture.entity';
import { LessonEntity } from './lessons/lesson.entity';
import { ProgrammeImportRowEntity } from './import/programme-import-row.entity';
import { ProgrammeImportEntity } from './import/programme-import.entity';
import { GuestAttendanceEntity } from './invitations/guest-attendance.entity';
import { GuestFeedbackEntity } from './invitations/guest-feedback.entity';
import { GuestFeedbackModule } from './invitations/guest-feedback.module';
import { GuestRequestEntity } from './invitations/guest-request.entity';
import { InvitationEntity } from './invitations/invitation.entity';
import { NeedEntity } from './needs/need.entity';
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
import { EventSearchModule } from './search/event-search.module';
import { ForgettingModule } from './retention/forgetting.module';
import { EventProposalEntity } from './proposals/event-proposal.entity';
import { SignInSheetEntity } from './sign-in/sign-in-sheet.entity';
import { eventsMigrations } from './tables/tables';
import { ProgrammeDecisionEntity } from './versions/programme-decision.entity';
import { ProgrammePaperEntity } from './versions/programme-paper.entity';
import { ProgrammePeriodEntity } from './versions/programme-period.entity';
import { ProgrammeVersionEntity } from './versions/programme-version.entity';
import { AttendedStanding } from './windows/attended-standing.window';
import { BookingStanding } from './windows/booking-standing.window';
import { FeedbackStanding } from './windows/feedback-standing.window';
import { SessionStanding } from './windows/session-standing.window';

export const events = lib({
  name: 'events',
  standsOn: ['letters', 'printing', 'people'],
  module: EventsModule,
  worker: [
    AttendanceWorkModule,
    BookingLettersModule,
    BookingWorkModule,
    CandidateLettersModule,
    EventSearchModule,
    FeedbackWorkModule,
    ForgettingModule,
    GuestFeedbackModule,
  ],

  entities: [
    AttendanceEntity,
    AttendanceWasEntity,
    AttendedEntity,
    BookingEntity,
    BookingLetterEntity,
    CalendarChoiceEntity,
    CalendarEntryEntity,
    CalendarFeedEntity,
    CandidateEntity,
    EventEntity,
    EventEvaluationEntity,
    EventProposalEntity,
    FeedbackAnswerEntity,
    FeedbackInvitationEntity,
    FeedbackRoundEntity,
    FixedDateEntity,
    GuestAttendanceEntity,
    GuestEntity,
    GuestFeedbackEntity,
    GuestRequestEntity,
    InterestEntity,
    InvitationEntity,
    LessonCaptureEntity,
    LessonEntity,
    NeedEntity,
    PartEntity,
    PartnerEntity,
    PlannedOutcomeEntity,
    PoolEntity,
    ProgrammeDecisionEntity,
    ProgrammeImportEntity,
    ProgrammeImportRowEntity,
    ProgrammePaperEntity,
    ProgrammePeriodEntity,
    ProgrammeVersionEntity,
    QuestionEntity,
    SessionEntity,
    SignInSheetEntity,
  ],
  windows: [AttendedStanding, BookingStanding, FeedbackStanding, SessionStanding],
  migrations: eventsMigrations,
  jobs: [
    { queue: 'programmes', name: PRINT_JOB, payload: PrintPayload },
    { queue: 'sheets', name: PRINT_JOB, payload: PrintPayload },
  ],
  announces: [
    { event: AttendanceCorrected, by: [Registers] },
    { event: AttendanceRecorded, by: [Registers] },
    { event: BookingChanged, by: [Filling] },
    { event: SessionChanged, by: [Programme] },
  ],
  listens: [
    { event: BookingChanged, by: BookingLetters },
    { event: SessionChanged, by: BookingLetters },
    { event: SessionChanged, by: SessionDoings },
  ],
  personData: eventsPersonData,
});
