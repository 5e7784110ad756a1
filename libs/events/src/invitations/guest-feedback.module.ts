import { Module } from '@nestjs/common';
import { EventsModule } from '../events.module';
import { GuestFeedbackWork } from './guest-feedback.work';

/** For the process that asks guests how it was. */
@Module({ imports: [EventsModule], providers: [GuestFeedbackWork] })
export class GuestFeedbackModule {}
