import { Module } from '@nestjs/common';
import { EventsModule } from '../events.module';
import { SessionsToBook } from './sessions-to-book';

/** For whoever reminds people of what they still need. */
@Module({ imports: [EventsModule], providers: [SessionsToBook], exports: [SessionsToBook] })
export class RemindersModule {}
