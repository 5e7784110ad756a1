import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file as a revision left it. With neither text nor bytes it is gone since. For ever. */
@Entity({ name: 'module_draft_file' })
export class ModuleDraftFileEntity {
  @PrimaryColumn('uuid')
  draftId: string;

  @PrimaryColumn('text')
  path: string;

  @PrimaryColumn('integer')
  revision: number;

  @Column('text', { nullable: true })
  text: string | null;

  /** Of a picture or a film. */
  @Column('bytea', { nullable: true })
  bytes: Buffer | null;
}
