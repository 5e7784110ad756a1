import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A member asks for another name; an officer confirms it or refuses. */
@Entity({ name: 'name_change' })
export class NameChangeEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  /** As it shall be printed. */
  @Column('text')
  name: string;

  @Column('text')
  why: string;

  @Column('timestamptz')
  askedAt: Date;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  /** When the member took it back, before anybody decided. */
  @Column('timestamptz', { nullable: true })
  takenBackAt: Date | null;

  @Column('boolean', { nullable: true })
  accepted: boolean | null;

  /** What the officer says to it. */
  @Column('text', { nullable: true })
  decision: string | null;
}
