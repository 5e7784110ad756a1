import { type DynamicModule, Module } from '@nestjs/common';
import { APP_PIPE } from '@nestjs/core';
import { SiteAccessModule } from '@induct/people';
import {
  ApiDocumentModule,
  type Clock,
  type Config,
  formValidation,
  HealthModule,
  type Ids,
  PlatformModule,
  QueueModule,
} from '@induct/platform';
import { RoundDeadlinesModule } from '@induct/steering';
import type { DataSource } from 'typeorm';
import { AboutController } from './about/about.controller';
import { AccountModule } from './account/account.module';
import { AdminModule } from './admin/admin.module';
import { CertificatesModule } from './certificates/certificates.module';
import { HomeModule } from './home/home.module';
import { KeptFormModule } from './kept-form/kept-form.module';
import { MailboxModule } from './mailbox/mailbox.module';
import { ModulesModule } from './modules/modules.module';
import { PeoplePagesModule } from './people/people-pages.module';
import { SignInModule } from './sign-in/sign-in.module';
import { LearningModule } from './site/learning.module';
import { TestingModule } from './testing/testing.module';
import { VerifyModule } from './verify/verify.module';

/** The website: each screen is a module of its own. */
@Module({})
export class MembersAreaModule {
  static with(config: Config, database: DataSource, given: { clock?: Clock; ids?: Ids } = {}): DynamicModule {
    return {
      module: MembersAreaModule,
      imports: [
        PlatformModule.with(config, database, given),
        QueueModule.forUrl(config.DATABASE_URL),
        HealthModule.usual(),
        ApiDocumentModule,
        SiteAccessModule,
        LearningModule,
        SignInModule,
        KeptFormModule,
        AccountModule,
        HomeModule,
        ModulesModule,
        PeoplePagesModule,
        AdminModule,
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
