import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One change of a draft. For ever. */
@Entity({ name: 'module_draft_revision' })
export class ModuleDraftRevisionEntity {
  @PrimaryColumn('uuid')
  draftId: string;

  /** From 1. */
  @PrimaryColumn('integer')
  number: number;

  /** See DRAFT_ACTS. */
  @Column('text')
  act: string;

  /** The title of a screen, the words of a question. */
  @Column('text')
  about: string;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;
}
