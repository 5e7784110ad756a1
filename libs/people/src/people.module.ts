import { Module } from '@nestjs/common';
import { LettersModule } from '@induct/letters';
import { Corrections } from './acts/corrections.service';
import { Leaving } from './acts/leaving.service';
import { PeopleService } from './acts/people.service';
import { Bodies } from './council/bodies.service';
import { BodyRepository } from './council/body.repository';
import { CouncilActs } from './council/council-acts';
import { ElectionRepository } from './council/election.repository';
import { Elections } from './council/elections.service';
import { GroupCopy } from './council/group-copy';
import { HeldSeats } from './council/held-seats';
import { MembershipRepository } from './council/membership.repository';
import { Memberships } from './council/memberships.service';
import { TermRepository } from './council/term.repository';
import { Terms } from './council/terms.service';
import { PersonRepository } from './persons/person.repository';
import { RoleChanges } from './acts/role-changes.service';
import { DeskPost } from './second-person/desk-post';
import { PersonEffects } from './second-person/person-effects';
import { ProposalRepository } from './second-person/proposal.repository';
import { Proposals } from './second-person/proposals.service';

@Module({
  imports: [LettersModule],
  providers: [
    Bodies,
    BodyRepository,
    Corrections,
    CouncilActs,
    DeskPost,
    ElectionRepository,
    Elections,
    GroupCopy,
    HeldSeats,
    Leaving,
    MembershipRepository,
    Memberships,
    PeopleService,
    PersonEffects,
    PersonRepository,
    ProposalRepository,
    Proposals,
    RoleChanges,
    TermRepository,
    Terms,
  ],
  exports: [
    Bodies,
    Corrections,
    Elections,
    GroupCopy,
    HeldSeats,
    Leaving,
    Memberships,
    PeopleService,
    Proposals,
    RoleChanges,
    Terms,
  ],
})
export class PeopleModule {}
