import { Module } from '@nestjs/common';
import { EventsModule } from '../events.module';
import { AttendanceRepository } from './attendance.repository';
import { LostAttendance } from './lost-attendance.work';

/** For the process that looks after what an act has left behind. */
@Module({ imports: [EventsModule], providers: [AttendanceRepository, LostAttendance] })
export class AttendanceWorkModule {}
