import { Module } from '@nestjs/common';
import { EventsModule } from '../events.module';
import { FeedbackWork } from './feedback-work';

/** For the process that asks people how it was, and works out what they said. */
@Module({ imports: [EventsModule], providers: [FeedbackWork] })
export class FeedbackWorkModule {}
