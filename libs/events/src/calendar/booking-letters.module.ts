import { Module } from '@nestjs/common';
import { EventsModule } from '../events.module';
import { BookingLettersWork } from './booking-letters.work';

/** For the process that writes letters about bookings by itself. */
@Module({ imports: [EventsModule], providers: [BookingLettersWork] })
export class BookingLettersModule {}
