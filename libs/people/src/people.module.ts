import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { HealthReader } from '@induct/platform';
import { AccessGuard } from './access.guard';
import { Corrections } from './corrections.service';
import { DeskReadsHealth } from './desk-reads-health';
import { DeniedAttempts } from './denied-attempts';
import { FirstAdministrator } from './first-administrator';
import { KeptFormRepository } from './kept-form.repository';
import { KeptForms } from './kept-forms';
import { Leaving } from './leaving.service';
import { OpenDoors } from './open-doors';
import { PeopleService } from './people.service';
import { PersonRepository } from './person.repository';
import { RoleChanges } from './role-changes.service';
import { DeskPost } from './second-person/desk-post';
import { PersonEffects } from './second-person/person-effects';
import { ProposalRepository } from './second-person/proposal.repository';
import { Proposals } from './second-person/proposals.service';
import { SignInLinkRepository } from './sign-in-link.repository';
import { SignInLinks } from './sign-in-links';
import { SignInRepository } from './sign-in.repository';
import { SignIns } from './sign-ins';
import { SignInTime } from './sign-in-time';

@Module({
  providers: [
    Corrections,
    DeskPost,
    DeniedAttempts,
    FirstAdministrator,
    KeptFormRepository,
    KeptForms,
    Leaving,
    OpenDoors,
    PeopleService,
    PersonEffects,
    PersonRepository,
    ProposalRepository,
    Proposals,
    RoleChanges,
    SignInLinkRepository,
    SignInLinks,
    SignInRepository,
    SignIns,
    SignInTime,
  ],
  exports: [
    Corrections,
    DeniedAttempts,
    FirstAdministrator,
    KeptForms,
    Leaving,
    PeopleService,
    Proposals,
    RoleChanges,
    SignInLinks,
    SignIns,
    SignInTime,
  ],
})
export class PeopleModule {}

/** For the root module of the site: every route is denied unless it declares who may use it. Goes with `useSiteAccess`. */
@Global()
@Module({
  imports: [PeopleModule],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: HealthReader, useClass: DeskReadsHealth },
  ],
  exports: [HealthReader],
})
export class SiteAccessModule {}
