import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That somebody has read what changed. */
@Entity({ name: 'note_read' })
export class NoteReadEntity {
  @PrimaryColumn('uuid')
  publicationId: string;

  @PrimaryColumn('uuid')
  personId: string;

  @Column('timestamptz')
  readAt: Date;
}
