import { Module } from '@nestjs/common';
import { RoundDeadlines } from './rounds/round-deadlines';
import { SteeringModule } from './steering.module';

/** For processes that mind deadlines. */
@Module({ imports: [SteeringModule], providers: [RoundDeadlines], exports: [RoundDeadlines] })
export class RoundDeadlinesModule {}
