import { type DynamicModule, Module } from '@nestjs/common';
import { APP_PIPE } from '@nestjs/core';
import { Comparisons } from '@induct/course';
import {
  ApiDocumentModule,
  type Config,
  floorOf,
  type StandIns,
  HealthModule,
  modulesOf,
  PageCounts,
} from '@induct/platform';
import { SiteAccessModule } from '@induct/sign-in';
import { RoundDeadlinesModule } from '@induct/steering';
import type { DataSource } from 'typeorm';
import { LIBS } from '../../libs';
import { requestValidation } from './forms/request-validation';
import { LearningModule } from './learning.module';
import { findRooms } from './frame/rooms';
import { factsOf } from './frame/screen';
import { SITE_PLAN, sitePlan, type SitePlan } from './frame/site-plan';

/** The website: what its rooms hold, on every lib, so that a screen may ask any. */
@Module({})
export class MembersAreaModule {
  static with(config: Config, database: DataSource, given: StandIns = {}): { module: DynamicModule; plan: SitePlan } {
    const { screens, providers } = findRooms();
    const plan = sitePlan(screens);
    const module = {
      module: MembersAreaModule,
      imports: [
        ...floorOf(LIBS, config, database, given),
        HealthModule.usual(),
        ApiDocumentModule,
        SiteAccessModule,
        LearningModule,
        ...modulesOf(LIBS),
        RoundDeadlinesModule,
      ],
      controllers: screens.filter((screen) => config.DEMO || !factsOf(screen).demo),
      providers: [
        ...providers,
        Comparisons,
        PageCounts,
        { provide: SITE_PLAN, useValue: plan },
        { provide: APP_PIPE, useFactory: requestValidation },
      ],
    };
    return { module, plan };
  }
}
