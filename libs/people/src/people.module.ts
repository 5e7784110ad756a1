import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { HealthReader } from '@induct/platform';
import { AccessGuard } from './access.guard';
import { Corrections } from './corrections.service';
import { DeskReadsHealth } from './desk-reads-health';
import { FirstAdministrator } from './first-administrator';
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

@Module({
  providers: [
    Corrections,
    DeskPost,
    FirstAdministrator,
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
  ],
  exports: [Corrections, FirstAdministrator, Leaving, PeopleService, Proposals, RoleChanges, SignInLinks, SignIns],
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
