import { Global, Module } from '@nestjs/common';
import { LearningActivity } from '@induct/sign-in';
import { LearningQueries } from './learning.queries';

/** Tells the sign-ins that somebody is learning. */
@Global()
@Module({ providers: [{ provide: LearningActivity, useClass: LearningQueries }], exports: [LearningActivity] })
export class LearningModule {}
