import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { DeniedAttempts } from './denied-attempts';
import { FirstAdministrator } from './first-administrator';
import { PeopleService } from './people.service';
import { PersonRepository } from './person.repository';
import { SignInLinkRepository } from './sign-in-link.repository';
import { SignInLinks } from './sign-in-links';
import { SignInRepository } from './sign-in.repository';
import { SignIns } from './sign-ins';

@Module({
  providers: [
    DeniedAttempts,
    FirstAdministrator,
    PeopleService,
    PersonRepository,
    SignInLinkRepository,
    SignInLinks,
    SignInRepository,
    SignIns,
  ],
  exports: [DeniedAttempts, FirstAdministrator, PeopleService, SignInLinks, SignIns],
})
export class PeopleModule {}

/** For the root module of the site: every route is denied unless it declares who may use it. Goes with `useSiteAccess`. */
@Module({ imports: [PeopleModule], providers: [{ provide: APP_GUARD, useClass: AccessGuard }] })
export class SiteAccessModule {}
