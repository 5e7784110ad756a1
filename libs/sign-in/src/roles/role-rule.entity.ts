import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RuleRole } from './rule-roles';

/** Whoever's council account says this has this role here. */
@Entity({ name: 'role_rule' })
export class RoleRuleEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** `roles`, `groups` */
  @Column('text')
  claim: string;

  @Column('text')
  value: string;

  @Column('text')
  role: RuleRole;

  @Column('uuid')
  proposedBy: string;

  /** Null: it takes no second person, or there was none. */
  @Column('uuid', { nullable: true })
  agreedBy: string | null;

  @Column('timestamptz')
  since: Date;
}
