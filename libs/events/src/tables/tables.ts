import { Attendance1797000000260 } from './attendance.tables';
import { AttendedParts1797000000314 } from './attended-parts.tables';
import { Bookings1797000000230 } from './bookings.tables';
import { Calendar1797000000251 } from './calendar.tables';
import { CalendarLanguage1798000000186 } from './calendar-language.tables';
import { ProgrammePaperLanguage1798000000132 } from './programme-paper-language.tables';
import { Evaluation1797000000282 } from './evaluation.tables';
import { Feedback1797000000280 } from './feedback.tables';
import { Lessons1797000000281 } from './lessons.tables';
import { Bring1797000000325 } from './bring.tables';
import { ProgrammeCandidates1797000000222 } from './candidate.tables';
import { ProgrammeImport1797000000210 } from './import.tables';
import { Invitations1797000000241 } from './invitations.tables';
import { GuestsThere1797000000320 } from './guests-there.tables';
import { Needs1797000000240 } from './needs.tables';
import { OwnTopic1797000000315 } from './own-topic.tables';
import { Programme1797000000200 } from './programme.tables';
import { ToldOfFeedback1797000000312 } from './reminder.tables';
import { SessionTopics1797000000313 } from './session-topics.tables';
import { EventProposal1797000000221 } from './proposal.tables';
import { SignInSheet1798000000104 } from './sign-in-sheet.tables';
import { ProgrammeVersions1797000000220 } from './versions.tables';

export const eventsMigrations = [
  Programme1797000000200,
  ProgrammeImport1797000000210,
  ProgrammeVersions1797000000220,
  EventProposal1797000000221,
  ProgrammeCandidates1797000000222,
  Bookings1797000000230,
  Needs1797000000240,
  Invitations1797000000241,
  Calendar1797000000251,
  Attendance1797000000260,
  Feedback1797000000280,
  Lessons1797000000281,
  Evaluation1797000000282,
  ToldOfFeedback1797000000312,
  SessionTopics1797000000313,
  AttendedParts1797000000314,
  OwnTopic1797000000315,
  GuestsThere1797000000320,
  Bring1797000000325,
  CalendarLanguage1798000000186,
  ProgrammePaperLanguage1798000000132,
  SignInSheet1798000000104,
];
