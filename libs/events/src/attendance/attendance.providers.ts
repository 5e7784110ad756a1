import { AttendanceRepository } from './attendance.repository';
import { Attenders } from './attenders.queries';
import { CheckInKey } from './check-in-key';
import { CheckIns } from './check-ins.service';
import { Registers } from './registers.service';
import { TalkDays } from './talk-days.service';

/** What others use. */
export const attendanceServices = [Attenders, CheckIns, Registers, TalkDays];

export const attendanceProviders = [...attendanceServices, AttendanceRepository, CheckInKey];
