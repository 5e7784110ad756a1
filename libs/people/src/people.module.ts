import { Module } from '@nestjs/common';
import { LettersModule } from '@induct/letters';
import { Corrections } from './corrections.service';
import { Leaving } from './leaving.service';
import { PeopleService } from './people.service';
import { PersonRepository } from './person.repository';
import { RoleChanges } from './role-changes.service';
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
