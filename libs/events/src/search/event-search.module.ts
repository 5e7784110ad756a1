import { Module } from '@nestjs/common';
import { EventEntries } from '../programme/event-entries';
import { EventSearchWork } from './event-search.work';

/** Only the worker has it. */
@Module({ providers: [EventEntries, EventSearchWork] })
export class EventSearchModule {}
