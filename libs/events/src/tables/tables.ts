import { Attendance1797000000260 } from './attendance.tables';
import { Programme1797000000200 } from './programme.tables';

export const eventsMigrations = [Programme1797000000200, Attendance1797000000260];
