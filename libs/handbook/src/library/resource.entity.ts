import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something in the library. What it says is in its versions. */
@Entity({ name: 'resource' })
export class ResourceEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** The number of its newest version. */
  @Column('integer')
  newest: number;

  /** By then somebody looks whether it is still right. */
  @Column('date')
  reviewBy: string;

  /** When somebody did last. */
  @Column('timestamptz', { nullable: true })
  reviewedAt: Date | null;

  @Column('uuid', { nullable: true })
  reviewedBy: string | null;

  @Column('timestamptz')
  addedAt: Date;

  @Column('uuid')
  addedBy: string;
}
