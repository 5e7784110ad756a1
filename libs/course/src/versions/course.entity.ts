import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A module as members know it, whatever version they see. */
@Entity({ name: 'course' })
export class CourseEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  slug: string;

  @Column('text')
  title: string;

  @Column('text')
  summary: string;

  @Column('integer', { nullable: true })
  minutes: number | null;

  /** A core-skills module: the Core skills scheme asks for it while it is published. */
  @Column('boolean')
  core: boolean;

  /** May be tried without an account. */
  @Column('boolean')
  taster: boolean;

  @Column('uuid', { nullable: true })
  publishedVersionId: string | null;

  @Column('timestamptz')
  createdAt: Date;
}
