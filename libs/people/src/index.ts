export { type Correction, Corrections } from './acts/corrections.service';
export { Leaving } from './acts/leaving.service';
export { AS_RECORDED, asRecorded, type Recorded } from './council/as-recorded';
export { Bodies, type NewBody, type NewRule } from './council/bodies.service';
export type { Body } from './council/body.repository';
export * from './council/council.errors';
export * from './council/council.words';
export { type EndedTerm, EndingTerms } from './council/ending-terms.service';
export { Elections, type NewElection } from './council/elections.service';
export { type CouncilContact, CouncilContacts, NO_CONTACT, type UsefulLink } from './contact/council-contacts.service';
export { GroupCopy } from './council/group-copy';
export { HeldSeats } from './council/held-seats';
export { type HeldSeat, seatsToLookAt } from './council/leaving-a-group';
export { type CorrectedMembership, Memberships, type NewMembership } from './council/memberships.service';
export { isPeriod, onDay, overlap, type Period, PERIOD_OF, within } from './council/period';
export { lockPersons } from './council/person-lock';
export { type BodyInTime, type InGroup, type Seat, type SeatsOnDay, seatsOn } from './council/seats';
export { takesOffice } from './council/takes-office';
export { type CorrectedTerm, type NewTerm, Terms } from './council/terms.service';
export { type Acceptance, Applying } from './import/applying.service';
export { matchingProblem } from './import/reading/headings';
export * from './import/import.errors';
export {
  type ColumnMatching,
  IMPORT_FIELD_NAMES,
  IMPORT_FIELDS,
  type ImportField,
} from './import/reading/import-field';
export type { Candidate } from './import/choice.repository';
export { MembershipChoices, type RowToChoose } from './import/membership-choices.service';
export type { ImportRow, MembershipImport } from './import/import.repository';
export type { ImportState } from './import/membership-import.entity';
export {
  MembershipImports,
  MOST_ROWS,
  type SheetToMatch,
  type Understanding,
} from './import/membership-imports.service';
export { changesSomething, IMPORT_OUTCOME_NAMES, IMPORT_OUTCOMES, type ImportOutcome } from './import/judging/outcome';
export { mayLookAfter } from './persons/looking-after.rules';
export * from './persons/people.errors';
export { MembershipsChanged, PersonLostRoles, PersonShutOut } from './persons/people.events';
export { foldName } from './persons/name-fold';
export { NAME_IS_FOUND, nameSearch } from './persons/name-search';
export { nameWords } from './persons/name-words';
export { PersonLanguages } from './persons/person-languages.service';
export { cleanName, isName } from './persons/person-name';
export { whyNotPrintable } from './persons/printable-name';
export { people } from './people.lib';
export { PeopleModule } from './people.module';
export { PeopleService } from './acts/people.service';
export type { Grant, NewPerson, PeopleFilter, Person } from './persons/person.repository';
export { type ChangedRoles, RoleChanges } from './acts/role-changes.service';
export { RolesByRule, type RuleChange } from './acts/roles-by-rule.service';
export { DESK_ROLES, ROLE_NAMES, type Role, ROLES, worksAtTheDesk } from './persons/roles';
export { CONFIRMING_ROLES, confirms, firstConfirms } from './second-person/confirming.rules';
export * from './second-person/proposal';
export * from './second-person/proposal-kinds';
export { OUTCOME_NAMES, proposalInWords, rolesInWords } from './second-person/proposal.words';
export { Proposals, type Wished } from './second-person/proposals.service';
export * from './second-person/second-person.errors';
export { BodyRuleStanding } from './windows/body-rule-standing.window';
export { BodyStanding } from './windows/body-standing.window';
export { ElectionStanding } from './windows/election-standing.window';
export { MembershipStanding } from './windows/membership-standing.window';
export { PersonCurrent } from './windows/person-current.window';
export { RoleHeld } from './windows/role-held.window';
export { ProposalStanding } from './windows/proposal-standing.window';
export { TermStanding } from './windows/term-standing.window';
