import type { Role } from '@induct/people';
import { Entity, PrimaryColumn } from 'typeorm';

/** Somebody has this role because a rule gave it: it goes when the council's account no longer says so. */
@Entity({ name: 'role_by_rule' })
export class RoleByRuleEntity {
  @PrimaryColumn('uuid')
  personId: string;

  @PrimaryColumn('text')
  role: Role;
}
