import { Module } from '@nestjs/common';
import { LettersModule } from '@induct/letters';
import { Corrections } from './acts/corrections.service';
import { Leaving } from './acts/leaving.service';
import { PeopleService } from './acts/people.service';
import { PersonRepository } from './persons/person.repository';
import { RoleChanges } from './acts/role-changes.service';
import { DeskPost } from './second-person/desk-post';
import { PersonEffects } from './second-person/person-effects';
import { ProposalRepository } from './second-person/proposal.repository';
import { Proposals } from './second-person/proposals.service';

@Module({
  imports: [LettersModule],
  providers: [
    Corrections,
    DeskPost,
    Leaving,
    PeopleService,
    PersonEffects,
    PersonRepository,
    ProposalRepository,
    Proposals,
    RoleChanges,
  ],
  exports: [Corrections, Leaving, PeopleService, Proposals, RoleChanges],
})
export class PeopleModule {}
