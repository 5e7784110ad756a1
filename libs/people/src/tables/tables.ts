import { Council1797000000000 } from './council.tables';
import { CouncilWindows1797000000001 } from './council-windows.tables';
import { GroupColour1798000000173 } from './group-colour.tables';
import { MembershipImport1797000000010 } from './membership-import.tables';
import { MembershipImportChoice1797000000180 } from './membership-import-choice.tables';
import { PersonLanguages1798000000103 } from './person-language.tables';
import { ProposalWindow1797000000131 } from './proposal-window.tables';
import { People1796000000022 } from './windows.tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { NameFold1795000000861 } from './name-fold.tables';
import { RuleProposal1798000000101 } from './rule-proposal.tables';
import { RolePastKey1796000000040 } from './role-past-key.tables';
import { SecondPerson1795000000860 } from './second-person.tables';

class People1795000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person (
        id uuid primary key,
        name text not null,
        email text not null,
        political_group text,
        district text,
        division text,
        persona text,
        created_at timestamptz not null
      );
      comment on column person.persona is 'demo councils only: what the sign-in button of this person says';
      create unique index person_email on person (lower(email));
      create index person_name on person (name, id);
      create index person_group on person (political_group, name);

      create table person_role (
        person_id uuid not null references person on delete cascade,
        role text not null check (role in ('member', 'tester', 'officer', 'administrator', 'auditor')),
        primary key (person_id, role)
      );
      create index person_role_role on person_role (role, person_id);

      create table sign_in (
        id_hash bytea primary key,
        person_id uuid not null references person on delete cascade,
        created_at timestamptz not null,
        last_seen_at timestamptz not null,
        user_agent text
      );
      create index sign_in_person on sign_in (person_id);
      create index sign_in_last_seen on sign_in (last_seen_at);

      create table sign_in_link (
        id uuid primary key,
        token_hash bytea not null unique,
        code_hash bytea not null,
        browser_hash bytea not null,
        requester_hash bytea not null,
        email text not null,
        person_id uuid references person on delete cascade,
        next_path text not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        tries integer not null default 0
      );
      comment on column sign_in_link.requester_hash is 'network address and account together, for counting';
      create index sign_in_link_email on sign_in_link (lower(email), created_at desc);
      create index sign_in_link_expires on sign_in_link (expires_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table sign_in_link; drop table sign_in; drop table person_role; drop table person`);
  }
}

class Champion1795000000740 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await allow(runner, ['member', 'tester', 'champion', 'officer', 'administrator', 'auditor']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from person_role where role = 'champion'`);
    await allow(runner, ['member', 'tester', 'officer', 'administrator', 'auditor']);
  }
}

async function allow(runner: QueryRunner, roles: readonly string[]): Promise<void> {
  await runner.query(`
    alter table person_role drop constraint person_role_role_check;
    alter table person_role add constraint person_role_role_check check (role in ('${roles.join("', '")}'))
  `);
}

export const peopleMigrations = [
  People1795000000100,
  Champion1795000000740,
  SecondPerson1795000000860,
  NameFold1795000000861,
  RolePastKey1796000000040,
  People1796000000022,
  Council1797000000000,
  CouncilWindows1797000000001,
  MembershipImport1797000000010,
  ProposalWindow1797000000131,
  MembershipImportChoice1797000000180,
  RuleProposal1798000000101,
  PersonLanguages1798000000103,
  GroupColour1798000000173,
];
