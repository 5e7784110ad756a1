import { Module } from '@nestjs/common';
import { EventsModule } from '../events.module';
import { BookingSweeper } from './booking-sweeper';

/** For the process that gives free places to those who wait, when the time has come. */
@Module({ imports: [EventsModule], providers: [BookingSweeper] })
export class BookingWorkModule {}
