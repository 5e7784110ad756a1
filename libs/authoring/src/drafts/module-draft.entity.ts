import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A module that is written here. Its folder is what its revisions left. */
@Entity({ name: 'module_draft' })
export class ModuleDraftEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** As its details say. */
  @Column('text')
  title: string;

  /** The name of its folder. */
  @Column('text')
  slug: string;

  /** `starter`, `folder`, `shipped:SLUG` or `draft:ID`. */
  @Column('text')
  begunFrom: string;

  /** The module whose next version it becomes; null: a new one. */
  @Column('uuid', { nullable: true })
  courseId: string | null;

  /** Number of the newest. */
  @Column('integer')
  revision: number;

  @Column('uuid')
  begunBy: string;

  @Column('timestamptz')
  begunAt: Date;

  @Column('timestamptz')
  changedAt: Date;

  /** Null: it is being written. */
  @Column('timestamptz', { nullable: true })
  removedAt: Date | null;

  @Column('uuid', { nullable: true })
  removedBy: string | null;
}
