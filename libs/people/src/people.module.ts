import { Module } from '@nestjs/common';
import { LettersModule } from '@induct/letters';
import { Corrections } from './acts/corrections.service';
import { Leaving } from './acts/leaving.service';
import { PeopleService } from './acts/people.service';
import { Bodies } from './council/bodies.service';
import { BodyRepository } from './council/body.repository';
import { CouncilActs } from './council/council-acts';
import { ElectionRepository } from './council/election.repository';
import { EndingTerms } from './council/ending-terms.service';
import { Elections } from './council/elections.service';
import { GroupCopy } from './council/group-copy';
import { HeldSeats } from './council/held-seats';
import { MembershipRepository } from './council/membership.repository';
import { Memberships } from './council/memberships.service';
import { TermRepository } from './council/term.repository';
import { Terms } from './council/terms.service';
import { CouncilContacts } from './contact/council-contacts.service';
import { Applying } from './import/applying.service';
import { ChoiceRepository } from './import/choice.repository';
import { CouncilNowQueries } from './import/council-now.queries';
import { ImportEffects } from './import/import-effects.repository';
import { ImportRepository } from './import/import.repository';
import { MatchingRepository } from './import/matching.repository';
import { MembershipChoices } from './import/membership-choices.service';
import { MembershipImports } from './import/membership-imports.service';
import { PersonLanguages } from './persons/person-languages.service';
import { PersonRepository } from './persons/person.repository';
import { RoleChanges } from './acts/role-changes.service';
import { RolesByRule } from './acts/roles-by-rule.service';
import { DeskPost } from './second-person/desk-post';
import { PersonEffects } from './second-person/person-effects';
import { ProposalRepository } from './second-person/proposal.repository';
import { Proposals } from './second-person/proposals.service';

@Module({
  imports: [LettersModule],
  providers: [
    Bodies,
    Applying,
    BodyRepository,
    ChoiceRepository,
    Corrections,
    CouncilActs,
    CouncilContacts,
    CouncilNowQueries,
    DeskPost,
    ElectionRepository,
    Elections,
    EndingTerms,
    GroupCopy,
    HeldSeats,
    ImportEffects,
    ImportRepository,
    Leaving,
    MatchingRepository,
    MembershipChoices,
    MembershipImports,
    MembershipRepository,
    Memberships,
    PeopleService,
    PersonEffects,
    PersonLanguages,
    PersonRepository,
    ProposalRepository,
    Proposals,
    RoleChanges,
    RolesByRule,
    TermRepository,
    Terms,
  ],
  exports: [
    Applying,
    Bodies,
    Corrections,
    CouncilContacts,
    Elections,
    EndingTerms,
    GroupCopy,
    HeldSeats,
    Leaving,
    MembershipChoices,
    MembershipImports,
    Memberships,
    PeopleService,
    PersonLanguages,
    Proposals,
    RoleChanges,
    RolesByRule,
    Terms,
  ],
})
export class PeopleModule {}
