import { AttendanceEvidence } from './attendance-evidence';

export const attendanceProviders = [AttendanceEvidence];
