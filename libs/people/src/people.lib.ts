import { lib } from '@induct/platform';
import { Leaving } from './acts/leaving.service';
import { BodyRuleEntity } from './council/body-rule.entity';
import { BodyEntity } from './council/body.entity';
import { ElectionEntity } from './council/election.entity';
import { Memberships } from './council/memberships.service';
import { Terms } from './council/terms.service';
import { Applying } from './import/applying.service';
import { MembershipEntity } from './council/membership.entity';
import { TermEntity } from './council/term.entity';
import { MembershipImportChoiceEntity } from './import/membership-import-choice.entity';
import { MembershipImportEntity } from './import/membership-import.entity';
import { MembershipImportMatchingEntity } from './import/membership-import-matching.entity';
import { MembershipImportRowEntity } from './import/membership-import-row.entity';
import { MembershipsChanged, PersonLostRoles, PersonShutOut } from './persons/people.events';
import { PeopleModule } from './people.module';
import { RoleChanges } from './acts/role-changes.service';
import { RolesByRule } from './acts/roles-by-rule.service';
import { PersonEffects } from './second-person/person-effects';
import { ProposalTakesEffect } from './second-person/proposal';
import { Proposals } from './second-person/proposals.service';
import { peopleMigrations } from './tables/tables';
import { PersonLanguageEntity } from './persons/person-language.entity';
import { PersonEntity } from './persons/person.entity';
import { PersonRoleEntity } from './persons/person-role.entity';
import { PersonRolePastEntity } from './persons/person-role-past.entity';
import { DeskProposalEntity } from './second-person/desk-proposal.entity';
import { peoplePersonData } from './people.person-data';
import { BodyRuleStanding } from './windows/body-rule-standing.window';
import { BodyStanding } from './windows/body-standing.window';
import { ElectionStanding } from './windows/election-standing.window';
import { MembershipStanding } from './windows/membership-standing.window';
import { PersonCurrent } from './windows/person-current.window';
import { ProposalStanding } from './windows/proposal-standing.window';
import { RoleHeld } from './windows/role-held.window';
import { TermStanding } from './windows/term-standing.window';

export const people = lib({
  name: 'people',
  standsOn: ['letters'],
  module: PeopleModule,
  entities: [
    BodyEntity,
    BodyRuleEntity,
    DeskProposalEntity,
    ElectionEntity,
    MembershipEntity,
    MembershipImportChoiceEntity,
    MembershipImportEntity,
    MembershipImportMatchingEntity,
    MembershipImportRowEntity,
    PersonEntity,
    PersonLanguageEntity,
    PersonRoleEntity,
    PersonRolePastEntity,
    TermEntity,
  ],
  windows: [
    BodyRuleStanding,
    BodyStanding,
    ElectionStanding,
    MembershipStanding,
    PersonCurrent,
    ProposalStanding,
    RoleHeld,
    TermStanding,
  ],
  migrations: peopleMigrations,
  announces: [
    { event: MembershipsChanged, by: [Applying, Memberships, Terms] },
    { event: PersonLostRoles, by: [Leaving, RoleChanges, RolesByRule] },
    { event: PersonShutOut, by: [Leaving, PersonEffects, RoleChanges, RolesByRule] },
    { event: ProposalTakesEffect, by: [Proposals] },
  ],
  listens: [{ event: ProposalTakesEffect, by: PersonEffects }],
  personData: peoplePersonData,
});
