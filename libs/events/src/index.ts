export { events } from './events.lib';
export { EventsModule } from './events.module';
export { ATTENDANCE_VALUES, type AttendanceValue } from './attendance/attendance-said';
export * from './attendance/attendance.errors';
export { AttendanceCorrected, AttendanceRecorded } from './attendance/attendance.events';
export type { Correction, RegisterRow } from './attendance/attendance.repository';
export { AttendedTopics } from './attendance/attended-topics.service';
export { type Attender, Attenders, type GuestsCounted } from './attendance/attenders.queries';
export { type ProgrammeAttention, ProgrammeAttentionQueries } from './attention/programme-attention.queries';
export * from './bookings/booking.errors';
export { BookingChanged } from './bookings/booking.events';
export type { Booking, OwnBooking, SessionBooking } from './bookings/booking.types';
export type { BookingAudience, BookingDoing } from './bookings/booking.words';
export { type BookingInWords, bookingLetter } from './calendar/booking.letters';
export type { CalendarState } from './calendar/calendar-feed.repository';
export { BookingLetters } from './calendar/booking-letters.service';
export type { CalendarWay } from './calendar/calendar-choice.entity';
export { CalendarFeeds } from './calendar/calendar-feeds.service';
export * from './calendar/calendar.errors';
export { Bookings } from './bookings/bookings.service';
export { Interests } from './bookings/interests.service';
export { ShownBookings } from './bookings/shown-bookings.queries';
export { type OfferedSession, PlacesShown, type SeatShown, type ShownPlaces } from './bookings/shown-places.queries';
export { OwnDiary } from './bookings/own-diary.service';
export { BookingSweeper } from './bookings/booking-sweeper';
export type { OwnClash } from './bookings/own-clashes';
export { ownClashWords } from './bookings/own-clashes.words';
export { evaluated, type Evaluated, type Share } from './evaluation/evaluated';
export type { EventEvaluationEntity } from './evaluation/event-evaluation.entity';
export type { TookPlace } from './evaluation/evaluation.repository';
export { Evaluation, type Stated } from './evaluation/evaluation.service';
export { Answering, type OwnFeedback } from './feedback/answering.service';
export { Asking } from './feedback/asking.service';
export * from './feedback/feedback.errors';
export type { AskedOf } from './feedback/feedback-invitation.repository';
export type { FeedbackRoundEntity } from './feedback/feedback-round.entity';
export type { Pool } from './feedback/pools';
export { ANSWERING } from './feedback/results';
export { FeedbackWorkModule } from './feedback/feedback-work.module';
export { questionInWords } from './feedback/question-words';
export { Questions, type SaidQuestion } from './feedback/questions.service';
export { ASKED_WITHIN_DAYS, askedFrom, closesOn, type FeedbackStage } from './feedback/timetable';
export { type Answers, type AskedQuestion, LONGEST_ANSWER } from './feedback/what-is-asked';
export { WhatWasSaid } from './feedback/what-was-said.service';
export { isAutomatic, placesInAll } from './bookings/place';
export { Captures } from './lessons/captures.service';
export { LESSON_KINDS, type LessonEntity, type LessonKind } from './lessons/lesson.entity';
export * from './lessons/lesson.errors';
export type { CarriedGap, MadeCapture, SeriesEvent, WrittenLesson } from './lessons/lesson.repository';
export { Lessons, type SaidLesson } from './lessons/lessons.service';
export * from './programme/clashes';
export { AttendanceWorkModule } from './attendance/attendance-work.module';
export { LostAttendance } from './attendance/lost-attendance.work';
export { type CheckInAt, CheckIns } from './attendance/check-ins.service';
export { type Mark, Registers, type Saved } from './attendance/registers.service';
export { type TalkDay, TalkDays, type TalkTick } from './attendance/talk-days.service';
export { topicsMet } from './attendance/topics-met';
export type { EventEntity } from './programme/event.entity';
export { OwnTopics } from './programme/own-topics.service';
export type { FixedDateEntity } from './programme/fixed-date.entity';
export { FixedDates } from './programme/fixed-dates.service';
export { alike } from './import/answer';
export { LONGEST_TITLE } from './import/check-row';
export type { Remark, Remedy } from './import/remark';
export * from './import/import.errors';
export { type Cells, IMPORT_FIELD_NAMES, IMPORT_FIELDS, type ImportField } from './import/import-field';
export type { Becomes, JudgedRow } from './import/judge-programme';
export { ProgrammeExport } from './import/programme-export.service';
export type { ProgrammeImport } from './import/programme-import.repository';
export { MOST_PROGRAMME_ROWS, ProgrammeImports, type ProgrammePreview } from './import/programme-imports.service';
export { GuestPlaces, type GuestPlace } from './invitations/guest-places.service';
export * from './invitations/invitation.errors';
export type { ListedInvitation, PartnerGuest } from './invitations/invitation.repository';
export { type InvitationLinks, Invitations, type OpenInvitation } from './invitations/invitations.service';
export { DIETS, DIET_NAMES, ACCESS_NEEDS, ACCESS_NAMES, type Needs, hasNeeds } from './needs/need-words';
export type { NeedsCounts } from './needs/needs-counts';
export { areNeedsShown, NEEDS_LIVE_DAYS } from './needs/needs-live';
export { NeedsService, type SaidNeeds, type SessionNeeds } from './needs/needs.service';
export type { PartnerEntity } from './partners/partner.entity';
export * from './partners/partner.errors';
export type { ListedPartner } from './partners/partner.repository';
export { Partners } from './partners/partners.service';
export type { PlannedPart } from './programme/parts';
export * from './programme/programme.errors';
export type { PlannedPool, PlannedSession } from './programme/programme.repository';
export { emptyEvent } from './programme/empty-event';
export { type DescribedEvent, Programme, type SessionPlan } from './programme/programme.service';
export {
  EVENT_KINDS,
  EVENT_KIND_NAMES,
  SESSION_STATES,
  type SessionState,
  SESSION_STATE_NAMES,
  SEATS,
  type Seat,
  POOL_AUDIENCES,
  type PoolAudience,
  POOL_AUDIENCE_NAMES,
  FIXED_DATE_KINDS,
  FIXED_DATE_KIND_NAMES,
} from './programme/programme.words';
export { lacking, nextStates, WHAT_IS_MISSING } from './programme/session-state';
export {
  type ListedSession,
  type NextSession,
  type ShownEvent,
  ShownProgramme,
  type ShownSession,
} from './programme/shown-programme.queries';
export { RemindersModule } from './reminders/reminders.module';
export { SessionsToBook } from './reminders/sessions-to-book';
export { toBookInWords } from './reminders/to-book.words';
export { type OneToOneDay, OneToOneDays } from './slots/one-to-one-days.service';
export { slotsOf } from './slots/slots';
export { PrintedSignInSheets } from './sign-in/printed-sign-in-sheets';
export type { SignInFacts } from './sign-in/sign-in-facts';
export { overWords } from './sign-in/sign-in-sheet.view';
export { type SignInPaper, SignInSheets } from './sign-in/sign-in-sheets.service';
export { readTimes, type Times } from './times/read-times';
export * from './times/reader-times';
export type { Stretch } from './times/session-times';
export { AttendedStanding } from './windows/attended-standing.window';
export { BookingStanding } from './windows/booking-standing.window';
export { FeedbackStanding } from './windows/feedback-standing.window';
export { SessionStanding } from './windows/session-standing.window';
export * from './candidates/candidate.errors';
export type { CandidateCounts, CandidateRow } from './candidates/candidate.repository';
export { Candidates } from './candidates/candidates.service';
export { readCandidates } from './candidates/read-candidates';
export { daysOfPoll, type Going, going } from './candidates/when-it-goes';
export { EventProposals, type NewProposal } from './proposals/event-proposals.service';
export * from './proposals/proposal.errors';
export { PROPOSAL_STATES, type ProposalState, PROPOSAL_STATE_NAMES } from './proposals/proposal-state';
export type { ProposalRow } from './proposals/proposals.repository';
export { byMonth } from './versions/by-month';
export { PrintedProgrammes } from './versions/printed-programmes';
export type { FrozenSession, ProgrammeFacts } from './versions/programme-facts';
export type { ProgrammePeriodEntity } from './versions/programme-period.entity';
export { type DescribedProgramme, ProgrammeVersions } from './versions/programme-versions.service';
export { PublishedProgrammes } from './versions/published-programmes.service';
export { GuestFeedback } from './invitations/guest-feedback.service';
export { GuestRegisters } from './invitations/guest-registers.service';
export { type GatheredSession, talksInWords } from './versions/gathered-talks';
export { whereInWords, forWhomInWords, timesOf, isForEveryone } from './versions/session-words';
export {
  type PaperState,
  type ProgrammeStanding,
  type ReadVersion,
  ShownVersions,
} from './versions/shown-versions.queries';
export {
  type VersionState,
  VERSION_STATE_NAMES,
  DECISIONS,
  DECISION_NAMES,
  isOpen,
  wasApproved,
} from './versions/version-state';
export * from './versions/version.errors';
export type { PublishedRow, StandingDecision, VersionRow, WaitingRow } from './versions/versions.repository';
