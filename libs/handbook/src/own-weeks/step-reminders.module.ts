import { Module } from '@nestjs/common';
import { LettersModule } from '@induct/letters';
import { FirstStepRepository } from '../first-weeks/first-step.repository';
import { OwnWeeksRepository } from './own-weeks.repository';
import { StepAsking } from './step-asking';
import { StepReaders } from './step-readers.queries';

/** For the process that reminds whoever was elected of their first steps. */
@Module({ imports: [LettersModule], providers: [FirstStepRepository, OwnWeeksRepository, StepAsking, StepReaders] })
export class StepRemindersModule {}
