import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { HealthReader } from '@induct/platform';
import { AccessGuard } from './access.guard';
import { DeskReadsHealth } from './desk-reads-health';
import { FirstAdministrator } from './first-administrator';
import { PeopleService } from './people.service';
import { PersonRepository } from './person.repository';
import { SignInLinkRepository } from './sign-in-link.repository';
import { SignInLinks } from './sign-in-links';
import { SignInRepository } from './sign-in.repository';
import { SignIns } from './sign-ins';

@Module({
  providers: [
    FirstAdministrator,
    PeopleService,
    PersonRepository,
    SignInLinkRepository,
    SignInLinks,
    SignInRepository,
    SignIns,
  ],
  exports: [FirstAdministrator, PeopleService, SignInLinks, SignIns],
})
export class PeopleModule {}

/** For the root module of the site: every route is denied unless it declares who may use it. Goes with `useSiteAccess`. */
@Global()
@Module({
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: HealthReader, useClass: DeskReadsHealth },
  ],
  exports: [HealthReader],
})
export class SiteAccessModule {}
