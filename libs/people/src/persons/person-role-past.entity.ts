import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Role } from './roles';

/** A role that was taken away, or that rests since its person was deactivated. */
@Entity({ name: 'person_role_past' })
export class PersonRolePastEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('uuid')
  personId: string;

  @Column('text')
  role: Role;

  @Column('timestamptz')
  confirmsFrom: Date;

  @Column('boolean')
  grantedAlone: boolean;

  @Column('timestamptz')
  leftAt: Date;
}
