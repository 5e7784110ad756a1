import { type DynamicModule, Module } from '@nestjs/common';
import { APP_PIPE } from '@nestjs/core';
import { AccreditationModule } from '@induct/accreditation';
import { Comparisons, CourseModule } from '@induct/course';
import { LettersModule } from '@induct/letters';
import { PeopleModule } from '@induct/people';
import {
  ApiDocumentModule,
  type Clock,
  type Config,
  HealthModule,
  HearingModule,
  type Ids,
  PlatformModule,
  QueueModule,
} from '@induct/platform';
import { ProgressModule } from '@induct/progress';
import { SignInModule, SiteAccessModule } from '@induct/sign-in';
import { RoundDeadlinesModule, SteeringModule } from '@induct/steering';
import type { DataSource } from 'typeorm';
import { LIBS } from '../../libs';
import { requestValidation } from './forms/request-validation';
import { LearningModule } from './learning.module';
import { findRooms } from './frame/rooms';
import { factsOf } from './frame/screen';
import { sitePlan, type SitePlan } from './frame/site-plan';

/** The website: what its rooms hold, on the libs they ask. */
@Module({})
export class MembersAreaModule {
  static with(
    config: Config,
    database: DataSource,
    given: { clock?: Clock; ids?: Ids } = {},
  ): { module: DynamicModule; plan: SitePlan } {
    const { screens, providers } = findRooms();
    const plan = sitePlan(screens);
    const module = {
      module: MembersAreaModule,
      imports: [
        PlatformModule.with(config, database, given),
        QueueModule.forUrl(config.DATABASE_URL),
        HearingModule.of(LIBS),
        HealthModule.usual(),
        ApiDocumentModule,
        SiteAccessModule,
        LearningModule,
        AccreditationModule,
        CourseModule,
        LettersModule,
        PeopleModule,
        ProgressModule,
        RoundDeadlinesModule,
        SignInModule,
        SteeringModule,
      ],
      controllers: screens.filter((screen) => config.DEMO || !factsOf(screen).demo),
      providers: [...providers, Comparisons, { provide: APP_PIPE, useFactory: requestValidation }],
    };
    return { module, plan };
  }
}
