import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles that follow from what a council account says. Those that confirm take two people, as a proposal. */
export class RoleRules1798000000102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table role_rule (
        id uuid primary key,
        claim text not null check (length(claim) between 1 and 100),
        value text not null check (length(value) between 1 and 200),
        role text not null check (role in ('member', 'tester', 'champion', 'officer', 'auditor')),
        proposed_by uuid not null references person,
        agreed_by uuid references person,
        since timestamptz not null,
        unique (claim, value, role),
        check (agreed_by is distinct from proposed_by)
      );
      comment on table role_rule is 'whoever''s council account says this has this role here; never administrator';
      create index role_rule_proposed_by on role_rule (proposed_by);
      create index role_rule_agreed_by on role_rule (agreed_by);

      create table role_by_rule (
        person_id uuid not null references person on delete cascade,
        role text not null,
        primary key (person_id, role)
      );
      comment on table role_by_rule is 'roles that a rule gave: they go when the council no longer says so';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table role_by_rule, role_rule');
  }
}
