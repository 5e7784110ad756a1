import { lib } from '@induct/platform';
import { Leaving } from './acts/leaving.service';
import { PersonLostRoles, PersonShutOut } from './persons/people.events';
import { PeopleModule } from './people.module';
import { RoleChanges } from './acts/role-changes.service';
import { PersonEffects } from './second-person/person-effects';
import { ProposalTakesEffect } from './second-person/proposal';
import { Proposals } from './second-person/proposals.service';
import { peopleMigrations } from './tables/tables';
import { PersonEntity } from './persons/person.entity';
import { PersonRoleEntity } from './persons/person-role.entity';
import { PersonRolePastEntity } from './persons/person-role-past.entity';
import { DeskProposalEntity } from './second-person/desk-proposal.entity';
import { peoplePersonData } from './people.person-data';
import { PersonCurrent } from './windows/person-current.window';
import { ProposalStanding } from './windows/proposal-standing.window';
import { RoleHeld } from './windows/role-held.window';

export const people = lib({
  name: 'people',
  standsOn: ['letters'],
  module: PeopleModule,
  entities: [PersonEntity, PersonRoleEntity, PersonRolePastEntity, DeskProposalEntity],
  windows: [PersonCurrent, ProposalStanding, RoleHeld],
  migrations: peopleMigrations,
  announces: [
    { event: PersonLostRoles, by: [Leaving, RoleChanges] },
    { event: PersonShutOut, by: [Leaving, PersonEffects, RoleChanges] },
    { event: ProposalTakesEffect, by: [Proposals] },
  ],
  listens: [{ event: ProposalTakesEffect, by: PersonEffects }],
  personData: peoplePersonData,
});
