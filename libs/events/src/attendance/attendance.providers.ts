import { AttendanceRepository } from './attendance.repository';
import { AttendedTopics } from './attended-topics.service';
import { Attenders } from './attenders.queries';
import { CheckInKey } from './check-in-key';
import { CheckIns } from './check-ins.service';
import { Registers } from './registers.service';
import { TalkDays } from './talk-days.service';

/** What others use. */
export const attendanceServices = [AttendedTopics, Attenders, CheckIns, Registers, TalkDays];

export const attendanceProviders = [...attendanceServices, AttendanceRepository, CheckInKey];
