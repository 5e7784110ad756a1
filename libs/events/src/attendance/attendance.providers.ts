import { AttendanceRepository } from './attendance.repository';
import { CheckInKey } from './check-in-key';
import { CheckIns } from './check-ins.service';
import { Registers } from './registers.service';

/** What others use. */
export const attendanceServices = [CheckIns, Registers];

export const attendanceProviders = [...attendanceServices, AttendanceRepository, CheckInKey];
