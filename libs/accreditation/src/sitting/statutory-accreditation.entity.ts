import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Entered } from './entered.columns';

/** The ways of a requirement that can be a course. */
export type CourseKind = 'module' | 'outside_certificate';

/** That the authority has accredited a scheme, or a course: a requirement as it is met in one way. */
@Entity({ name: 'statutory_accreditation' })
export class StatutoryAccreditationEntity extends Entered {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { nullable: true })
  schemeId: string | null;

  @Column('uuid', { nullable: true })
  requirementId: string | null;

  @Column('text', { nullable: true })
  kind: CourseKind | null;

  /** The authority's. */
  @Column('text')
  reference: string;

  /** A certificate of these days is the statutory one. */
  @Column('daterange')
  during: string;
}
