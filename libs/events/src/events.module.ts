import { Module } from '@nestjs/common';
import { LettersModule } from '@induct/letters';
import { PeopleModule } from '@induct/people';
import { attendanceProviders, attendanceServices } from './attendance/attendance.providers';
import { attentionProviders, attentionServices } from './attention/attention.providers';
import { bookingProviders, bookingServices } from './bookings/booking.providers';
import { calendarProviders, calendarServices } from './calendar/calendar.providers';
import { candidateProviders, candidateServices } from './candidates/candidate.providers';
import { evaluationProviders, evaluationServices } from './evaluation/evaluation.providers';
import { feedbackProviders, feedbackServices } from './feedback/feedback.providers';
import { importProviders, importServices } from './import/import.providers';
import { invitationProviders, invitationServices } from './invitations/invitation.providers';
import { lessonProviders, lessonServices } from './lessons/lesson.providers';
import { needProviders, needServices } from './needs/need.providers';
import { partnerProviders, partnerServices } from './partners/partner.providers';
import { programmeProviders, programmeServices } from './programme/programme.providers';
import { proposalProviders, proposalServices } from './proposals/proposal.providers';
import { signInProviders, signInServices } from './sign-in/sign-in.providers';
import { slotProviders, slotServices } from './slots/slot.providers';
import { versionProviders, versionServices } from './versions/version.providers';

/** Each room lists its own. */
@Module({
  imports: [LettersModule, PeopleModule],
  providers: [
    ...attendanceProviders,
    ...attentionProviders,
    ...bookingProviders,
    ...calendarProviders,
    ...candidateProviders,
    ...evaluationProviders,
    ...feedbackProviders,
    ...importProviders,
    ...invitationProviders,
    ...lessonProviders,
    ...needProviders,
    ...partnerProviders,
    ...programmeProviders,
    ...proposalProviders,
    ...signInProviders,
    ...slotProviders,
    ...versionProviders,
  ],
  exports: [
    ...attendanceServices,
    ...attentionServices,
    ...bookingServices,
    ...calendarServices,
    ...candidateServices,
    ...evaluationServices,
    ...feedbackServices,
    ...importServices,
    ...invitationServices,
    ...lessonServices,
    ...needServices,
    ...partnerServices,
    ...programmeServices,
    ...proposalServices,
    ...signInServices,
    ...slotServices,
    ...versionServices,
  ],
})
export class EventsModule {}
