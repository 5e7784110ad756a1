import { type DynamicModule, Module } from '@nestjs/common';
import { APP_PIPE } from '@nestjs/core';
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
import { SiteAccessModule } from '@induct/sign-in';
import { RoundDeadlinesModule } from '@induct/steering';
import type { DataSource } from 'typeorm';
import { LIBS } from '../../libs';
import { AboutController } from './public/about/about.controller';
import { AccountModule } from './member/account/account.module';
import { DeskModule } from './desk/desk.module';
import { CertificatesModule } from './member/certificates/certificates.module';
import { HomeModule } from './member/home/home.module';
import { KeptFormModule } from './forms/kept-form/kept-form.module';
import { MailboxModule } from './public/mailbox/mailbox.module';
import { ModulesModule } from './member/modules/modules.module';
import { PeoplePagesModule } from './desk/people/people-pages.module';
import { SignInPagesModule } from './public/sign-in/sign-in-pages.module';
import { LearningModule } from './frame/learning.module';
import { TestingModule } from './testing/testing.module';
import { VerifyModule } from './public/verify/verify.module';
import { formValidation } from './forms/form-error.filter';

/** The website: each screen is a module of its own. */
@Module({})
export class MembersAreaModule {
  static with(config: Config, database: DataSource, given: { clock?: Clock; ids?: Ids } = {}): DynamicModule {
    return {
      module: MembersAreaModule,
      imports: [
        PlatformModule.with(config, database, given),
        QueueModule.forUrl(config.DATABASE_URL),
        HearingModule.of(LIBS),
        HealthModule.usual(),
        ApiDocumentModule,
        SiteAccessModule,
        LearningModule,
        SignInPagesModule,
        KeptFormModule,
        AccountModule,
        HomeModule,
        ModulesModule,
        PeoplePagesModule,
        DeskModule,
        TestingModule,
        RoundDeadlinesModule,
        CertificatesModule,
        VerifyModule,
        ...(config.DEMO ? [MailboxModule] : []),
      ],
      controllers: [AboutController],
      providers: [{ provide: APP_PIPE, useFactory: formValidation }],
    };
  }
}
