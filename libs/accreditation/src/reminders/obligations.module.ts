import { Module } from '@nestjs/common';
import { RemindersModule } from '@induct/events';
import { LettersModule } from '@induct/letters';
import { AccreditationModule } from '../accreditation.module';
import { RunningOutAsking } from '../expiries/running-out-asking';
import { RunningOutRepository } from '../expiries/running-out.repository';
import { NudgeAsking } from '../groups/nudge-asking';
import { DueAsking } from './due-asking';
import { TopUpAsking } from './top-up-asking';
import { ObligationsSweeper } from './obligations.sweeper';

/** For the process that works out what is asked of whom, and reminds. */
@Module({
  imports: [AccreditationModule, LettersModule, RemindersModule],
  providers: [DueAsking, NudgeAsking, ObligationsSweeper, RunningOutAsking, RunningOutRepository, TopUpAsking],
})
export class ObligationsModule {}
