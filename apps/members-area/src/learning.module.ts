import { Global, Module } from '@nestjs/common';
import { ProgressModule } from '@induct/progress';
import { LearningActivity } from '@induct/sign-in';
import { SteeringModule } from '@induct/steering';
import { Learning } from './learning';

/** Tells the sign-ins that somebody is learning. */
@Global()
@Module({
  imports: [ProgressModule, SteeringModule],
  providers: [{ provide: LearningActivity, useClass: Learning }],
  exports: [LearningActivity],
})
export class LearningModule {}
