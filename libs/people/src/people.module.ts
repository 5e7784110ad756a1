import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { FirstAdministrator } from './first-administrator';
import { KeptFormRepository } from './kept-form.repository';
import { KeptForms } from './kept-forms';
import { PeopleService } from './people.service';
import { PersonRepository } from './person.repository';
import { SignInLinkRepository } from './sign-in-link.repository';
import { SignInLinks } from './sign-in-links';
import { SignInRepository } from './sign-in.repository';
import { SignIns } from './sign-ins';
import { SignInTime } from './sign-in-time';

@Module({
  providers: [
    FirstAdministrator,
    KeptFormRepository,
    KeptForms,
    PeopleService,
    PersonRepository,
    SignInLinkRepository,
    SignInLinks,
    SignInRepository,
    SignIns,
    SignInTime,
  ],
  exports: [FirstAdministrator, KeptForms, PeopleService, SignInLinks, SignIns, SignInTime],
})
export class PeopleModule {}

/** For the root module of the site: every route is denied unless it declares who may use it. Goes with `useSiteAccess`. */
@Module({ providers: [{ provide: APP_GUARD, useClass: AccessGuard }] })
export class SiteAccessModule {}
