import { Module } from '@nestjs/common';
import { LettersModule } from '@induct/letters';
import { PeopleModule } from '@induct/people';
import { AttendanceRepository } from './attendance/attendance.repository';
import { CandidateRepository } from './candidates/candidate.repository';
import { Candidates } from './candidates/candidates.service';
import { CheckInKey } from './attendance/check-in-key';
import { CheckIns } from './attendance/check-ins.service';
import { Registers } from './attendance/registers.service';
import { BookingLetters } from './calendar/booking-letters.service';
import { CalendarFeedRepository } from './calendar/calendar-feed.repository';
import { CalendarFeeds } from './calendar/calendar-feeds.service';
import { CalendarRepository } from './calendar/calendar.repository';
import { BookingQueries } from './bookings/booking.queries';
import { BookingRepository } from './bookings/booking.repository';
import { Bookings } from './bookings/bookings.service';
import { Filling } from './bookings/filling';
import { OwnDiary } from './bookings/own-diary.service';
import { PlacesShown } from './bookings/shown-places.queries';
import { SessionDoings } from './bookings/session-doings';
import { EvaluationRepository } from './evaluation/evaluation.repository';
import { Evaluation } from './evaluation/evaluation.service';
import { Answering } from './feedback/answering.service';
import { Asking } from './feedback/asking.service';
import { FeedbackRepository } from './feedback/feedback.repository';
import { QuestionRepository } from './feedback/question.repository';
import { Questions } from './feedback/questions.service';
import { WhatWasSaid } from './feedback/what-was-said.service';
import { Captures } from './lessons/captures.service';
import { LessonRepository } from './lessons/lesson.repository';
import { Lessons } from './lessons/lessons.service';
import { ProgrammeExport } from './import/programme-export.service';
import { ProgrammeImportRepository } from './import/programme-import.repository';
import { ProgrammeImports } from './import/programme-imports.service';
import { GuestPlaces } from './invitations/guest-places.service';
import { guestsThereProviders, guestsThereServices } from './invitations/invitations.providers';
import { InvitationRepository } from './invitations/invitation.repository';
import { Invitations } from './invitations/invitations.service';
import { NeedsKey } from './needs/needs-key';
import { NeedsRepository } from './needs/needs.repository';
import { NeedsService } from './needs/needs.service';
import { PartnerRepository } from './partners/partner.repository';
import { Partners } from './partners/partners.service';
import { ProgrammeRepository } from './programme/programme.repository';
import { Programme } from './programme/programme.service';
import { ShownProgramme } from './programme/shown-programme.queries';
import { OneToOneDays } from './slots/one-to-one-days.service';
import { EventProposals } from './proposals/event-proposals.service';
import { EventProposalRepository } from './proposals/proposals.repository';
import { versionProviders, versionServices } from './versions/version.providers';

@Module({
  imports: [LettersModule, PeopleModule],
  providers: [
    ...guestsThereProviders,
    ...versionProviders,
    Answering,
    Asking,
    AttendanceRepository,
    BookingLetters,
    BookingQueries,
    BookingRepository,
    Bookings,
    CalendarFeedRepository,
    CalendarFeeds,
    CalendarRepository,
    CandidateRepository,
    Candidates,
    Captures,
    CheckInKey,
    CheckIns,
    Evaluation,
    EvaluationRepository,
    EventProposalRepository,
    EventProposals,
    FeedbackRepository,
    Filling,
    GuestPlaces,
    InvitationRepository,
    Invitations,
    LessonRepository,
    Lessons,
    NeedsKey,
    NeedsRepository,
    NeedsService,
    OneToOneDays,
    OwnDiary,
    PartnerRepository,
    Partners,
    PlacesShown,
    Programme,
    ProgrammeExport,
    ProgrammeImportRepository,
    ProgrammeImports,
    ProgrammeRepository,
    QuestionRepository,
    Questions,
    Registers,
    SessionDoings,
    ShownProgramme,
    WhatWasSaid,
  ],
  exports: [
    ...guestsThereServices,
    ...versionServices,
    Answering,
    Asking,
    BookingLetters,
    BookingRepository,
    Bookings,
    CalendarFeeds,
    CalendarRepository,
    Candidates,
    Captures,
    CheckIns,
    Evaluation,
    EventProposals,
    GuestPlaces,
    Invitations,
    Lessons,
    NeedsService,
    OneToOneDays,
    OwnDiary,
    Partners,
    PlacesShown,
    Programme,
    ProgrammeExport,
    ProgrammeImports,
    Questions,
    Registers,
    ShownProgramme,
    WhatWasSaid,
  ],
})
export class EventsModule {}
