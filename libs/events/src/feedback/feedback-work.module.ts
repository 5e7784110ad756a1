import { Module } from '@nestjs/common';
import { LettersModule } from '@induct/letters';
import { EventsModule } from '../events.module';
import { FeedbackAsking } from './feedback-asking';
import { FeedbackWork } from './feedback-work';

/** For the process that asks people how it was, and works out what they said. */
@Module({ imports: [EventsModule, LettersModule], providers: [FeedbackAsking, FeedbackWork] })
export class FeedbackWorkModule {}
