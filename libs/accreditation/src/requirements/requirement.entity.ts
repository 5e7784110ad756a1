import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that is asked for, in whatever way it is met. */
@Entity({ name: 'requirement' })
export class RequirementEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** In addresses. */
  @Column('text')
  slug: string;

  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  titleCy: string | null;

  /** The days on which it is a core skill; the last one open while it is. */
  @Column('datemultirange')
  coreDuring: string;
}
