import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from './roles';

/** A role that somebody has now. */
@Entity({ name: 'person_role' })
export class PersonRoleEntity {
  @PrimaryColumn('uuid')
  personId: string;

  @PrimaryColumn('text')
  role: Role;

  /** Before this they neither sign off nor confirm with this role. */
  @Column('timestamptz')
  confirmsFrom: Date;

  /** There was no second person to agree. */
  @Column('boolean')
  grantedAlone: boolean;
}
